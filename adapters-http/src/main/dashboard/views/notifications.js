// What conversations are to be told and were, each with how far it came.
import { go, href } from "../app/router.js";
import { html, useCallback, useState } from "../app/html.js";
import { usePages } from "../data/pages.js";
import { words } from "../data/words.js";
import { Ago } from "../parts/time.js";
import { Badge } from "../parts/badge.js";
import { ComposeDialog } from "./notifications-compose.js";
import { Empty, Failure, Loading } from "../parts/states.js";
import { FilterField } from "../parts/filter-field.js";
import { Icon } from "../parts/icon.js";
import { NotificationPanel } from "./notifications-notification.js";
import { ReceiptMarks } from "./notifications-receipt.js";
import { Rows } from "../parts/rows.js";
import { VirtualList } from "../parts/list.js";

const KINDS = ["notification."];
const ROW_HEIGHT = 58;

/** What the engine is asked, by the word of the filter. */
const FILTERS = {
  all: {},
  waiting: { waiting: "true" },
  told: { waiting: "false" },
  dead: { dead: "true" },
};

const keyOf = (notification) => notification.id;

export function Notifications({ route }) {
  const { only = "all", conversation } = route.query;
  const query = { only: only === "all" ? undefined : only, conversation };
  const list = usePages("notifications", KINDS, { query: { ...(FILTERS[only] ?? {}), conversation }, keyOf, changesAnywhere: true });
  const more = useCallback(() => list.more(), [list.more]);
  const [isWriting, setWriting] = useState(false);
  const address = (change) => href("notifications", null, { ...query, ...change });
  return html`
    <div class="view-head">
      <h1>Notifications</h1>
      <div class="filters">
        <nav class="tabs" aria-label="Which of them">
          ${Object.keys(FILTERS).map((each) => html`<a key=${each} class="button" href=${address({ only: each === "all" ? undefined : each })} aria-current=${each === only ? "true" : undefined}>${each}</a>`)}
        </nav>
        <${FilterField} placeholder="Conversation" aria-label="For which conversation" value=${conversation ?? ""} onChoose=${(text) => go(address({ conversation: text }))} />
        <button class="primary" onClick=${() => setWriting(true)}><${Icon} name="plus" />Tell a conversation</button>
      </div>
    </div>
    <${Failure} error=${list.error} />
    <div class="split">
      <${Told} list=${list} only=${only} chosen=${route.id} query=${query} onEnd=${more} />
      ${route.id && html`<${NotificationPanel} key=${route.id} id=${route.id} onClose=${() => go(address({}))} />`}
    </div>
    ${isWriting && html`<${ComposeDialog} conversation=${conversation} onClose=${() => setWriting(false)} />`}
  `;
}

const NOTHING = {
  all: ["Nothing was left for anybody", "What workers, missions and you have to say to a conversation stands here, with whether it arrived."],
  waiting: ["Everybody has been told", "What waits is told as soon as a session of its conversation takes something in."],
  told: ["Nobody has been told anything", "What was told stands here once a session has it."],
  dead: ["Nothing was given up", "What was offered in vain too often would stand here."],
};

function Told({ list, only, chosen, query, onEnd }) {
  if (list.items === undefined) {
    return list.error ? html`<div></div>` : html`<${Loading} rows="8" />`;
  }
  if (list.items.length === 0) {
    const [title, text] = NOTHING[only] ?? NOTHING.all;
    return html`<${Empty} title=${title}>${text}<//>`;
  }
  return html`<${Rows}><${VirtualList} items=${list.items} rowHeight=${ROW_HEIGHT} keyOf=${keyOf} onEnd=${onEnd} label="Notifications">
    ${(each) => html`<${NotificationRow} notification=${each} query=${query} isChosen=${each.id === chosen} />`}
  <//><//>`;
}

function NotificationRow({ notification, query, isChosen }) {
  return html`<a class="worker" data-row data-chosen=${isChosen} href=${href("notifications", notification.id, query)}>
    <span class="worker-line">
      ${notification.urgency !== "normal" && html`<${Badge} word=${notification.urgency} />`}
      <span class="worker-what clip">${notification.title}</span>
      <span class="small muted"><${Ago} at=${notification.createdAt} /></span>
    </span>
    <span class="worker-line small muted">
      <span class="clip">${notification.conversationId}</span>
      <span class="clip">${words(notification.type)}</span>
      <span class="grow"></span>
      ${notification.attempts > 1 && html`<span>offered ${notification.attempts} times</span>`}
      <${ReceiptMarks} notification=${notification} />
    </span>
  </a>`;
}
