// The queue of work: who waits, who is at it, and what became of the rest, the newest first.
import { dollars } from "../data/amounts.js";
import { go, href } from "../app/router.js";
import { headline } from "../data/words.js";
import { html, useCallback, useState } from "../app/html.js";
import { usePages } from "../data/pages.js";
import { useResource } from "../data/store.js";
import { Ago, Lasting } from "../parts/time.js";
import { Badge } from "../parts/badge.js";
import { Empty, Failure, Loading } from "../parts/states.js";
import { FilterField } from "../parts/filter-field.js";
import { Icon } from "../parts/icon.js";
import { Rows } from "../parts/rows.js";
import { SpawnDialog } from "./workers-spawn.js";
import { VirtualList } from "../parts/list.js";
import { WorkerPanel } from "./workers-worker.js";

const KINDS = ["worker."];
const ROW_HEIGHT = 58;
const STATUSES = ["pending", "running", "failed", "complete"];
const COUNTED = 100;

const keyOf = (worker) => worker.id;

export function Workers({ route }) {
  const { status, conversation, session } = route.query;
  const query = { status, conversation, session };
  const list = usePages("workers", KINDS, { query, keyOf, changesAnywhere: true });
  const more = useCallback(() => list.more(), [list.more]);
  const [isSpawning, setSpawning] = useState(false);
  const address = (change) => href("workers", null, { ...query, ...change });
  return html`
    <div class="view-head">
      <h1>Workers</h1>
      <div class="filters">
        <nav class="tabs" aria-label="Of which status">
          <${StatusTab} title="all" address=${address({ status: undefined })} isCurrent=${!status} query=${{ conversation, session }} />
          ${STATUSES.map((each) => html`<${StatusTab} key=${each} title=${each} address=${address({ status: each })} isCurrent=${status === each} query=${{ conversation, session, status: each }} />`)}
        </nav>
        <${FilterField} placeholder="Conversation" aria-label="Of which conversation" value=${conversation ?? ""} onChoose=${(text) => go(address({ conversation: text }))} />
        ${session && html`<button onClick=${() => go(address({ session: undefined }))}>Session ${session} ×</button>`}
        <button class="primary" onClick=${() => setSpawning(true)}><${Icon} name="plus" />Hand over work</button>
      </div>
    </div>
    <${Failure} error=${list.error} />
    <div class="split">
      <${Queue} list=${list} chosen=${route.id} query=${query} onEnd=${more} />
      ${route.id && html`<${WorkerPanel} key=${route.id} id=${route.id} onClose=${() => go(address({}))} />`}
    </div>
    ${isSpawning && html`<${SpawnDialog} conversation=${conversation} onClose=${() => setSpawning(false)} />`}
  `;
}

function StatusTab({ title, address, isCurrent, query }) {
  const { data } = useResource("workers", KINDS, { ...query, limit: COUNTED });
  return html`<a class="button" href=${address} aria-current=${isCurrent ? "true" : undefined}>
    ${title} ${data && html`<span class="count">${data.next ? `${data.items.length - 1}+` : data.items.length}</span>`}
  </a>`;
}

function Queue({ list, chosen, query, onEnd }) {
  if (list.items === undefined) {
    return list.error ? html`<div></div>` : html`<${Loading} rows="8" />`;
  }
  if (list.items.length === 0) {
    return html`<${Empty} title=${query.status ? `No worker is ${query.status}` : "No worker yet"}>
      <p>Hand over work above, or with <code>engine worker spawn</code>; sessions do it by the tool <code>worker_spawn</code>.</p>
    <//>`;
  }
  return html`<${Rows}><${VirtualList} items=${list.items} rowHeight=${ROW_HEIGHT} keyOf=${keyOf} onEnd=${onEnd} label="Workers">
    ${(worker) => html`<${WorkerRow} worker=${worker} query=${query} isChosen=${worker.id === chosen} />`}
  <//><//>`;
}

function WorkerRow({ worker, query, isChosen }) {
  const { latestAttempt: latest } = worker;
  return html`<a class="worker" data-row data-chosen=${isChosen} href=${href("workers", worker.id, query)}>
    <span class="worker-line">
      <${StatusBadge} worker=${worker} />
      <span class="worker-what clip" title=${worker.instructions.slice(0, 500)}>${headline(worker.instructions)}</span>
      <span class="small"><${WorkerTime} worker=${worker} /></span>
    </span>
    <span class="worker-line small muted">
      <span>${worker.primitive}</span>
      <span class="clip">${worker.conversationId ?? "nobody is told"}</span>
      ${worker.statusText && worker.status === "running" && html`<span class="clip">${worker.statusText}</span>`}
      <span class="grow"></span>
      ${latest && html`<span>attempt ${latest.number}${worker.maxAttempts > 1 ? ` of ${worker.maxAttempts}` : ""}</span>`}
      ${latest?.costUsd !== undefined && html`<span>${dollars(latest.costUsd)}</span>`}
    </span>
  </a>`;
}

/** Its status; what it waits for, that it is to end and that somebody wanted that, count more. */
export function StatusBadge({ worker }) {
  if (worker.cancelRequestedAt && worker.status === "running") {
    return html`<${Badge} word="running" tone="warn">being cancelled<//>`;
  }
  if (worker.cancelledAt) {
    return html`<${Badge} word="cancelled" />`;
  }
  return worker.questionId && worker.status !== "complete" && worker.status !== "failed"
    ? html`<${Badge} word="asked">asks you<//>`
    : html`<${Badge} word=${worker.status} />`;
}

function WorkerTime({ worker }) {
  if (worker.finishedAt) {
    return html`<span class="muted"><${Ago} at=${worker.finishedAt} /></span>`;
  }
  return worker.startedAt && worker.status === "running" ? html`for <${Lasting} since=${worker.startedAt} />` : html`<span class="muted">since <${Ago} at=${worker.createdAt} /></span>`;
}
