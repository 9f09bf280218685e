// The fleet: each conversation with the sessions that live in it now.
import { clock, span } from "../data/time.js";
import { html, useMemo, useState } from "../app/html.js";
import { go, href } from "../app/router.js";
import { useResource } from "../data/store.js";
import { Ago, Lasting } from "../parts/time.js";
import { Badge } from "../parts/badge.js";
import { ConversationPanel } from "./fleet-conversation.js";
import { Empty, Read } from "../parts/states.js";
import { Gauge } from "../parts/gauge.js";
import { Icon } from "../parts/icon.js";
import { JumpButton } from "./fleet-session.js";
import { Rows } from "../parts/rows.js";

const KINDS = ["session.", "notification.", "worker.", "attention."];

/** Which sessions a filter shows. */
const FILTERS = {
  all: () => true,
  waiting: (session) => session.waitingFor !== undefined,
  working: (session) => session.waitingFor === undefined && session.state !== "idle",
  idle: (session) => session.waitingFor === undefined && session.state === "idle",
};

export function Fleet({ route }) {
  const fleet = useResource("fleet", KINDS);
  const [filter, setFilter] = useState("all");
  const [search, setSearch] = useState("");
  return html`
    <div class="view-head">
      <h1>Fleet</h1>
      <div class="filters">
        <input type="search" placeholder="Find by name, role, words" aria-label="Find in the fleet" value=${search} onInput=${(event) => setSearch(event.target.value)} />
        <${FilterTabs} board=${fleet.data} current=${filter} onChoose=${setFilter} />
      </div>
    </div>
    <${Read} from=${fleet} rows="6">
      ${(board) => html`<div class="split">
        <${Board} board=${board} filter=${filter} search=${search} chosen=${route.id} />
        ${route.id && html`<${OpenedConversation} id=${conversationOf(board, route.id)} />`}
      </div>`}
    <//>
  `;
}

function OpenedConversation({ id }) {
  return html`<${ConversationPanel} key=${id} id=${id} onClose=${() => go(href("fleet"))} />`;
}

/** An address may name a conversation, or a session that lives in one. */
function conversationOf(board, id) {
  const found = board.conversations.find((each) => each.sessions.some((session) => session.id === id));
  return found?.conversationId ?? id;
}

function FilterTabs({ board, current, onChoose }) {
  const sessions = board?.conversations.flatMap((each) => each.sessions) ?? [];
  return html`<div class="tabs" role="group" aria-label="Which sessions">
    ${Object.entries(FILTERS).map(
      ([name, test]) => html`<button key=${name} aria-pressed=${name === current} onClick=${() => onChoose(name)}>
        ${name} <span class="count">${sessions.filter(test).length}</span>
      </button>`,
    )}
  </div>`;
}

function matches(conversation, session, words) {
  const text = [conversation.conversationId, session.role, session.statusText, session.cwd, session.model].join(" ").toLowerCase();
  return words.every((word) => text.includes(word));
}

function Board({ board, filter, search, chosen }) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = useMemo(
    () =>
      board.conversations
        .map((each) => ({ ...each, sessions: each.sessions.filter((session) => FILTERS[filter](session) && matches(each, session, words)) }))
        .filter((each) => each.sessions.length > 0),
    [board, filter, search],
  );
  if (board.conversations.length === 0) {
    return html`<${Empty} title="No session lives here yet">
      <p>Start Claude Code in this project. If it runs already, <code>engine doctor</code> says whether its hooks arrive.</p>
    <//>`;
  }
  if (shown.length === 0) {
    return html`<${Empty} title="No session is like that">Take the filter away to see all.<//>`;
  }
  return html`<${Rows} class="fleet">
    ${shown.map((each) => html`<${ConversationCard} key=${each.conversationId} conversation=${each} isChosen=${isChosen(each, chosen)} />`)}
  <//>`;
}

const isChosen = (conversation, chosen) =>
  chosen !== null && (conversation.conversationId === chosen || conversation.sessions.some((session) => session.id === chosen));

function ConversationCard({ conversation, isChosen }) {
  const { conversationId, sessions, waitingNoticeCount, workers } = conversation;
  const waits = sessions.some((session) => session.waitingFor !== undefined);
  return html`<article class="card conversation" data-waits=${waits} data-chosen=${isChosen}>
    <header class="conversation-head">
      <a class="conversation-name clip" data-row href=${href("fleet", conversationId)} title=${conversationId}>${conversationId}</a>
      <${WorkerCounts} workers=${workers} conversation=${conversationId} />
      ${waitingNoticeCount > 0 && html`<a class="badge" data-tone="tool" href=${href("notifications", null, { conversation: conversationId })} title="Notices that it is to be told"><${Icon} name="notifications" />${waitingNoticeCount}</a>`}
    </header>
    ${sessions.map((session) => html`<${SessionRow} key=${session.id} session=${session} />`)}
  </article>`;
}

function WorkerCounts({ workers, conversation }) {
  const counts = [
    ["runningCount", "running", "tool"],
    ["pendingCount", "pending", "idle"],
    ["failedCount", "failed", "bad"],
  ].filter(([name]) => workers?.[name] > 0);
  return counts.map(
    ([name, word, tone]) => html`<a key=${name} class="badge" data-tone=${tone} href=${href("workers", null, { conversation })} title="Its workers">${workers[name]} ${word}</a>`,
  );
}

function SessionRow({ session }) {
  return html`<div class="session">
    <div class="session-line">
      <${StateBadge} session=${session} />
      <span class="session-status wrap">${session.statusText ?? html`<span class="muted">has not said what it works on</span>`}</span>
      ${session.hasPane && html`<${JumpButton} session=${session.id} />`}
    </div>
    <div class="session-facts small muted">
      <span class="session-line">
        <span>${session.role}</span>
        ${session.model && html`<span class="clip">${session.model}</span>`}
        ${session.tool && html`<span class="clip" title=${session.tool.name}>${session.tool.name} for <${Lasting} since=${session.tool.startedAt} /></span>`}
        ${session.quietSince ? html`<span title="Nothing proves that it lives but that it was heard of">quiet for <${Lasting} since=${session.quietSince} /></span>` : html`<span>seen <${Ago} at=${session.lastSeenAt} /></span>`}
      </span>
      <${ContextGauge} context=${session.context} />
    </div>
  </div>`;
}

/** What a session does; what it waits for counts more than that. */
export function StateBadge({ session }) {
  if (session.waitingFor) {
    return html`<${Badge} word="waiting">needs ${session.waitingFor} · <${Lasting} since=${session.waitingSince} /><//>`;
  }
  return html`<${Badge} word=${session.state}>${session.state === "tool_active" ? "running a tool" : session.state}<//>`;
}

export function ContextGauge({ context }) {
  const next = context?.forecasts?.at(-1);
  return html`<span class="context" title=${next ? `${next.level} % at about ${clock(next.at)}` : "How full its context is"}>
    <span class="muted">${next && `${next.level} % in ${span(next.minutes * 60_000)}`}</span>
    <${Gauge} percent=${context?.percent} label="Context" />
  </span>`;
}
