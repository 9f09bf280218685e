// The journal: everything that happened, the newest first, with addresses that lead to one place in it.
import { clock, day, dayKey, exact } from "../data/time.js";
import { go, href } from "../app/router.js";
import { html, useCallback, useEffect, useState } from "../app/html.js";
import { eventAt } from "../data/journal.js";
import { usePages } from "../data/pages.js";
import { Empty, Failure, Loading } from "../parts/states.js";
import { FilterField } from "../parts/filter-field.js";
import { Panel } from "../parts/panel.js";
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
  ["hooks.", "Hooks"],
];

const keyOf = (event) => event.position;

export function Timeline({ route }) {
  const { kind, conversation, session } = route.query;
  const query = { kind, conversation, session };
  const list = usePages("events", [""], { query, keyOf });
  const more = useCallback(() => list.more(), [list.more]);
  const narrow = (change) => go(href("timeline", null, { ...query, ...change }));
  const chosen = useChosen(route.id, list.items);
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
      <${VirtualList} items=${list.items} rowHeight=${ROW_HEIGHT} keyOf=${keyOf} onEnd=${more} label="Events">
        ${(event, index) => html`<${EventRow} event=${event} before=${list.items[index - 1]} query=${query} isChosen=${event === chosen} />`}
      <//>
      ${chosen && html`<${EventPanel} event=${chosen} onClose=${() => go(href("timeline", null, query))} />`}
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
      eventAt(position).then((event) => isWanted && setApart(event));
    }
    return () => {
      isWanted = false;
    };
  }, [position, isApart]);
  return shown ?? (String(apart?.position) === position ? apart : undefined);
}

/** What happened, in words as far as the event has them. */
function summaryOf(event) {
  const { text, title, reason, message, slug, name, outcome } = event.data;
  return [title, text, message, reason, slug, name, outcome].find((each) => typeof each === "string") ?? "";
}

function EventRow({ event, before, query, isChosen }) {
  const isNewDay = before === undefined || dayKey(before.at) !== dayKey(event.at);
  return html`<a class="event" data-chosen=${isChosen} href=${href("timeline", String(event.position), query)}>
    <time datetime=${event.at} title=${exact(event.at)}>${isNewDay ? html`<strong>${day(event.at)}</strong> ` : ""}${clock(event.at)}</time>
    <span class="event-kind mono clip">${event.kind}</span>
    <span class="event-what clip">${summaryOf(event)}</span>
    <span class="event-where small muted clip">${event.conversationId ?? event.entityId ?? ""}</span>
  </a>`;
}

/** Where what an event is about is shown. */
const PLACES = {
  worker: (id) => href("workers", id),
  notification: (id) => href("notifications", id),
  scheduled_mission: (id) => href("missions", id),
  mission: (id) => href("missions", id, { slot: "yes" }),
  staged_item: (id) => href("portal", id),
  contact: (id) => href("contacts", id),
  ping: () => href("attention"),
};

function EventPanel({ event, onClose }) {
  const place = PLACES[event.entityKind];
  return html`<${Panel} title=${event.kind} onClose=${onClose}>
    <dl class="facts">
      <dt>When</dt><dd>${exact(event.at)}</dd>
      <dt>Place in the journal</dt><dd>${event.position}</dd>
      <dt>By</dt><dd>${event.actor}</dd>
      ${event.conversationId && html`<dt>Conversation</dt><dd><a href=${href("fleet", event.conversationId)}>${event.conversationId}</a></dd>`}
      ${event.sessionId && html`<dt>Session</dt><dd><a href=${href("timeline", null, { session: event.sessionId })}>${event.sessionId}</a></dd>`}
      ${event.entityId && html`<dt>About</dt><dd>${place ? html`<a href=${place(event.entityId)}>${event.entityKind} ${event.entityId}</a>` : `${event.entityKind} ${event.entityId}`}</dd>`}
    </dl>
    <pre class="card small pre">${JSON.stringify(event.data, null, 2)}</pre>
  <//>`;
}
