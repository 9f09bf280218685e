// What agents laid out for the person: what waits for a word, and what was said to the rest.
import { go, href } from "../app/router.js";
import { html, useCallback, useRef } from "../app/html.js";
import { usePages } from "../data/pages.js";
import { Ago } from "../parts/time.js";
import { Badge } from "../parts/badge.js";
import { Empty, Failure, Loading } from "../parts/states.js";
import { FilterField } from "../parts/filter-field.js";
import { ItemPanel } from "./portal-item.js";
import { Rows } from "../parts/rows.js";
import { VirtualList } from "../parts/list.js";

const KINDS = ["staged_item."];
const ROW_HEIGHT = 58;
const PROGRESS = [["staged", "Waiting"], ["resolved", "Resolved"]];

export function Portal({ route }) {
  const { progress = "staged", conversation } = route.query;
  const query = { progress, conversation };
  const list = usePages("staged-content", KINDS, { query, changesAnywhere: true });
  const more = useCallback(() => list.more(), [list.more]);
  const next = useNext(progress === "staged" ? list.items : undefined, route.id);
  const place = (id, changed = {}) => href("portal", id, { ...route.query, ...changed });
  return html`
    <div class="view-head">
      <h1>Portal</h1>
      <div class="filters">
        <nav class="tabs" aria-label="How far they have come">
          ${PROGRESS.map(([name, title]) => html`<a key=${name} class="button" href=${place(null, { progress: name })} aria-current=${name === progress ? "true" : undefined}>${title}</a>`)}
        </nav>
        <${FilterField} placeholder="Conversation" aria-label="Of which conversation" value=${conversation ?? ""} onChoose=${(text) => go(place(null, { conversation: text }))} />
      </div>
    </div>
    <${Failure} error=${list.error} />
    <div class="split">
      ${list.items === undefined ? !list.error && html`<${Loading} rows="5" />` : html`<${Items} items=${list.items} progress=${progress} chosen=${route.id} place=${place} more=${more} />`}
      ${route.id && html`<${ItemPanel} key=${route.id} id=${route.id} next=${next && { title: next.title, address: place(next.id) }} onClose=${() => go(place(null))} />`}
    </div>
  `;
}

/** What stands behind the item with `id` in the list, also once that one has left it. */
function useNext(items, id) {
  const index = useRef(0);
  const found = items?.findIndex((item) => item.id === id) ?? -1;
  if (found >= 0) {
    index.current = found;
  }
  const others = items?.filter((item) => item.id !== id) ?? [];
  return others[Math.min(index.current, others.length - 1)];
}

function Items({ items, progress, chosen, place, more }) {
  if (items.length === 0) {
    return progress === "staged"
      ? html`<${Empty} title="Nothing waits for your word">Agents lay texts, links, files and JSON here with <code>stage_content</code>; you can with <code>engine stage add</code>.<//>`
      : html`<${Empty} title="Nothing was resolved yet">What you approve, reject or dismiss is kept here.<//>`;
  }
  return html`<${Rows}>
    <${VirtualList} items=${items} rowHeight=${ROW_HEIGHT} keyOf=${(item) => item.id} onEnd=${more} label="Staged items">
      ${(item) => html`<${ItemRow} item=${item} address=${place(item.id)} isChosen=${item.id === chosen} />`}
    <//>
  <//>`;
}

function ItemRow({ item, address, isChosen }) {
  return html`<a class="row staged" data-row data-chosen=${isChosen} aria-current=${isChosen ? "true" : undefined} href=${address}>
    <span class="row-main">
      <span class="clip row-title">${item.title}</span>
      <span class="clip small muted">${item.kind}${item.conversationId && ` from ${item.conversationId}`}${item.sourcePath && `, ${item.sourcePath}`}</span>
    </span>
    <span class="row-side small muted">
      ${item.state === "staged" ? html`<span>staged <${Ago} at=${item.stagedAt} /></span>` : html`<span><${Badge} word=${item.state} /> <${Ago} at=${item.resolvedAt} /></span>`}
      ${item.expiresAt && html`<span>expires <${Ago} at=${item.expiresAt} /></span>`}
    </span>
  </a>`;
}
