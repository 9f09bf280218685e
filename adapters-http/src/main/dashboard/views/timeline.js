// The journal: everything that happened, the newest first, with addresses that lead to one place in it.
import { exact } from "../data/time.js";
import { go, href } from "../app/router.js";
import { html, useCallback, useEffect, useMemo, useState } from "../app/html.js";
import { get } from "../data/api.js";
import { Line, linesOf } from "./timeline-row.js";
import { placeOf } from "../app/places.js";
import { usePages } from "../data/pages.js";
import { Empty, Failure, Loading } from "../parts/states.js";
import { Facts } from "../parts/facts.js";
import { FilterField } from "../parts/filter-field.js";
import { Panel } from "../parts/panel.js";
import { Rows } from "../parts/rows.js";
import { VirtualList } from "../parts/list.js";

const ROW_HEIGHT = 36;
const TOPICS = [
  ["", "Everything"],
  ["session.", "Sessions"],
  ["worker.", "Workers"],
  ["mission.", "Missions"],
  ["scheduled_mission.", "Schedules"],
  ["notification.", "Notifications"],
  ["ping.", "Pings"],
  ["attention.", "Attention"],
  ["staged_item.", "Portal"],
  ["priority.", "Priorities"],
  ["contact.", "Contacts"],
  ["account.", "Accounts"],
  ["quiet_time.", "Quiet times"],
  ["backup.", "Backups"],
  ["hooks.", "Hooks"],
];

const keyOf = (event) => event.position;
const keyOfLine = (line) => line.key;

export function Timeline({ route }) {
  const { kind, conversation, session } = route.query;
  const query = { kind, conversation, session };
  const list = usePages("events", [""], { query, keyOf });
  const more = useCallback(() => list.more(), [list.more]);
  const narrow = (change) => go(href("timeline", null, { ...query, ...change }));
  const chosen = useChosen(route.id, list.items);
  const lines = useMemo(() => linesOf(list.items ?? []), [list.items]);
  return html`
    <div class="view-head">
      <h1>Timeline</h1>
      <div class="filters">
        <select aria-label="What about" value=${kind ?? ""} onChange=${(event) => narrow({ kind: event.target.value })}>
          ${TOPICS.map(([value, title]) => html`<option key=${value} value=${value} selected=${value === (kind ?? "")}>${title}</option>`)}
        </select>
        <${FilterField} placeholder="Conversation" aria-label="Of which conversation" value=${conversation ?? ""} onChoose=${(text) => narrow({ conversation: text })} />
        ${session && html`<button onClick=${() => narrow({ session: undefined })}>Session ${session} ×</button>`}
      </div>
    </div>
    <${Failure} error=${list.error} />
    ${list.items === undefined && !list.error && html`<${Loading} rows="8" />`}
    ${list.items?.length === 0 && html`<${Empty} title="Nothing of this kind happened">Take a filter away to see more.<//>`}
    ${list.items?.length > 0 && html`<div class="split">
      <${Rows} class="events"><${VirtualList} items=${lines} rowHeight=${ROW_HEIGHT} keyOf=${keyOfLine} onEnd=${more} label="Events">
        ${(line) => html`<${Line} line=${line} query=${query} chosen=${chosen} />`}
      <//><//>
      ${chosen && html`<${EventPanel} key=${chosen.position} event=${chosen} onClose=${() => go(href("timeline", null, query))} />`}
    </div>`}
  `;
}

/** The event that the address names: of those that are shown, or read by itself. */
function useChosen(position, items) {
  const [apart, setApart] = useState(null);
  const shown = items?.find((event) => String(event.position) === position);
  const isApart = position !== null && items !== undefined && shown === undefined;
  useEffect(() => {
    let isWanted = isApart;
    if (isApart) {
      get(`events/${encodeURIComponent(position)}`).then(
        (event) => isWanted && setApart(event),
        () => {}, // forgotten, or never there
      );
    }
    return () => {
      isWanted = false;
    };
  }, [position, isApart]);
  return shown ?? (String(apart?.position) === position ? apart : undefined);
}

function EventPanel({ event, onClose }) {
  const { conversationId, sessionId } = event;
  const facts = [
    ["When", exact(event.at)],
    ["Place in the journal", event.position],
    ["By", event.actor],
    ["Conversation", conversationId && html`<a href=${href("fleet", conversationId)}>${conversationId}</a>`],
    ["Session", sessionId && html`<a href=${href("timeline", null, { session: sessionId })}>${sessionId}</a>`],
    ["About", event.entityId && html`<${Subject} kind=${event.entityKind} id=${event.entityId} />`],
  ];
  return html`<${Panel} title=${event.kind} onClose=${onClose}>
    <${Facts} facts=${facts} />
    <pre class="card small pre">${JSON.stringify(event.data, null, 2)}</pre>
  <//>`;
}

/** What an event is about, with the way there if there is one. */
function Subject({ kind, id }) {
  const place = placeOf(kind, id);
  return place === null ? `${kind} ${id}` : html`<a href=${place}>${kind} ${id}</a>`;
}
