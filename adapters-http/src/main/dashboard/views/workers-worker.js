// One worker opened: what it is to do, what it waits for, every attempt, and what it prints.
import { Act } from "../parts/form.js";
import { count, dollars } from "../data/amounts.js";
import { exact, span } from "../data/time.js";
import { html } from "../app/html.js";
import { headline } from "../data/words.js";
import { href } from "../app/router.js";
import { post } from "../data/api.js";
import { refresh, useResource } from "../data/store.js";
import { Ago, Lasting } from "../parts/time.js";
import { Badge } from "../parts/badge.js";
import { Facts } from "../parts/facts.js";
import { Panel } from "../parts/panel.js";
import { Read } from "../parts/states.js";
import { StatusBadge } from "./workers.js";
import { Why } from "./why.js";
import { WorkerLog } from "./workers-log.js";

const KINDS = ["worker."];

export function WorkerPanel({ id, onClose }) {
  const worker = useResource(`workers/${encodeURIComponent(id)}`, KINDS);
  const attempts = useResource(`workers/${encodeURIComponent(id)}/attempts`, KINDS);
  return html`<${Panel} title=${`Worker ${id}`} onClose=${onClose} actions=${worker.data && html`<${WorkerActs} worker=${worker.data} />`}>
    <${Read} from=${worker}>${(found) => html`<${Opened} worker=${found} attempts=${attempts} />`}<//>
  <//>`;
}

function WorkerActs({ worker }) {
  const isOver = worker.status === "complete" || worker.status === "failed";
  const act = async (name) => {
    await post(`workers/${worker.id}/${name}`);
    refresh("workers");
  };
  return isOver
    ? html`<${Act} sure=${worker.status === "complete" ? "Do it all once more?" : undefined} onAct=${() => act("retry")} done="It waits for its turn again.">Run again<//>`
    : html`<${Act} class="danger" sure="Cancel it for good?" disabled=${worker.cancelRequestedAt !== undefined} onAct=${() => act("cancel")} done="It is to end.">Cancel<//>`;
}

function Opened({ worker, attempts }) {
  const begun = attempts.data?.items.filter((each) => each.pid !== undefined) ?? []; // the others never printed
  return html`
    <${Instructions} text=${worker.instructions} />
    <${WorkerFacts} worker=${worker} />
    ${worker.summary && html`<section class="stack"><h3>What came of it</h3><p class="pre">${worker.summary}</p></section>`}
    ${begun.length > 0 && html`<${WorkerLog} worker=${worker.id} attempts=${begun} />`}
    <section class="stack"><h3>Attempts</h3><${Read} from=${attempts} rows="1">${({ items }) => html`<${Attempts} attempts=${items} />`}<//></section>
    <${Why} id=${worker.id} />
  `;
}

function Instructions({ text }) {
  const isShort = text.length <= 300;
  return isShort
    ? html`<p class="pre">${text}</p>`
    : html`<details class="why"><summary>${headline(text)}</summary><p class="pre">${text}</p></details>`;
}

function WorkerFacts({ worker }) {
  const facts = [
    ["Status", html`<${StatusBadge} worker=${worker} /> ${worker.statusText ?? ""}`],
    ["Reason", worker.reason],
    ["Waits for", waitsFor(worker)],
    ["Kind of work", worker.primitive],
    ["Tells", worker.conversationId && html`<a href=${href("fleet", worker.conversationId)}>${worker.conversationId}</a>`],
    ["Handed over", html`<${Ago} at=${worker.createdAt} />${worker.sessionId ? html` by session <a href=${href("timeline", null, { session: worker.sessionId })}>${worker.sessionId}</a>` : ""}`],
    ["Began", worker.startedAt && html`<${Ago} at=${worker.startedAt} />`],
    ["Finished", worker.finishedAt && html`<${Ago} at=${worker.finishedAt} />${worker.startedAt ? html`, after <${Lasting} since=${worker.startedAt} until=${worker.finishedAt} />` : ""}`],
    ["Priority", worker.priority === 0 ? undefined : worker.priority],
    ["Attempts", worker.maxAttempts > 1 ? `${worker.failedAttempts} of ${worker.maxAttempts} came to nothing` : undefined],
    ["May take", worker.timeoutSeconds && `${span(worker.timeoutSeconds * 1000)} an attempt`],
    ["Run", worker.generation > 1 ? `the ${worker.generation}. one` : undefined],
    ["Folder", html`<code class="small">${worker.workspacePath}</code>`],
  ];
  return html`<${Facts} facts=${facts} />`;
}

/** What keeps a worker from beginning; nothing if it is at work or over. */
function waitsFor({ status, notBefore, dependsOn, questionId }) {
  if (status !== "pending") {
    return undefined;
  }
  const reasons = [
    questionId && html`<a href=${href("attention")}>an answer of yours</a>`,
    notBefore && Date.parse(notBefore) > Date.now() && html`<time datetime=${notBefore}>${exact(notBefore)}</time>`,
    dependsOn.length > 0 && dependsOn.map((id) => html`<span key=${id}>worker <a href=${href("workers", id)}>${id}</a> </span>`),
  ].filter(Boolean);
  return reasons.length === 0 ? "its turn" : reasons.map((each, index) => html`<span key=${index}>${index > 0 ? ", " : ""}${each}</span>`);
}

function Attempts({ attempts }) {
  if (attempts.length === 0) {
    return html`<p class="muted">None has begun yet.</p>`;
  }
  return html`<ol class="attempts">
    ${attempts.map((attempt) => html`<li key=${attempt.number}>
      <span class="worker-line">
        <strong>${attempt.number}</strong>
        <${Badge} word=${attempt.outcome ?? "running"} />
        <span class="small muted"><${Ago} at=${attempt.startedAt} />, ${attempt.finishedAt ? "took" : "for"} <${Lasting} since=${attempt.startedAt} until=${attempt.finishedAt} /></span>
        <span class="grow"></span>
        <span class="small muted">${paidFor(attempt)}</span>
      </span>
      ${attempt.error && html`<p class="small wrap">${attempt.error}</p>`}
    </li>`)}
  </ol>`;
}

function paidFor({ exitCode, tokens, costUsd }) {
  return [
    exitCode !== undefined && `exit code ${exitCode}`,
    tokens !== undefined && `${count(tokens)} tokens`,
    costUsd !== undefined && dollars(costUsd),
  ].filter(Boolean).join(" · ");
}
