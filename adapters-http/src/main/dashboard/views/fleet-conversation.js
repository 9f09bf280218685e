// One conversation opened: its live session, its lineage, and what it was told.
import { html } from "../app/html.js";
import { href } from "../app/router.js";
import { useResource } from "../data/store.js";
import { words } from "../data/words.js";
import { Ago, Lasting } from "../parts/time.js";
import { Badge } from "../parts/badge.js";
import { ContextLine, ToolTimeline } from "./fleet-session.js";
import { Facts } from "../parts/facts.js";
import { Panel } from "../parts/panel.js";
import { Read } from "../parts/states.js";
import { StateBadge } from "./fleet.js";
import { Why } from "./why.js";

const KINDS = ["session.", "notification."];
const SHOWN_NOTICES = 6;

export function ConversationPanel({ id, onClose }) {
  const conversation = useResource(`conversations/${encodeURIComponent(id)}`, KINDS);
  return html`<${Panel} title=${id} onClose=${onClose}>
    <${Read} from=${conversation}>${(found) => html`<${Opened} conversation=${found} />`}<//>
  <//>`;
}

function Opened({ conversation }) {
  const live = conversation.sessions.filter((session) => session.state !== "ended");
  return html`
    ${live.map((session) => html`<section key=${session.id} class="stack">
      <h3>Session ${session.id}</h3>
      <${SessionFacts} session=${session} />
      <${ContextLine} session=${session.id} />
      <h3>Tools</h3>
      <${ToolTimeline} session=${session.id} />
      <${Why} id=${session.id} />
    </section>`)}
    <section class="stack"><h3>Lineage</h3><${Lineage} sessions=${conversation.sessions} /></section>
    <section class="stack"><h3>Told</h3><${Told} conversation=${conversation} /></section>
    <p class="actions">
      <a class="button" href=${href("timeline", null, { conversation: conversation.id })}>Its timeline</a>
      <a class="button" href=${href("workers", null, { conversation: conversation.id })}>Its workers</a>
    </p>
  `;
}

function SessionFacts({ session }) {
  const facts = [
    ["State", html`<${StateBadge} session=${session} />`],
    ["Works on", session.statusText],
    ["Role", `${session.role}, ${session.mode}`],
    ["Model", session.model],
    ["Started", html`<${Ago} at=${session.startedAt} />`],
    ["Folder", session.cwd],
    ["Process", session.pid],
    ["Pane", session.tmuxPane && `${session.tmuxWindow ?? ""} ${session.tmuxPane}`],
  ];
  return html`<${Facts} facts=${facts} />`;
}

/** Which session followed which, the first one first. */
function Lineage({ sessions }) {
  const ordered = sessions.toSorted((one, other) => one.startedAt.localeCompare(other.startedAt));
  return html`<ol class="lineage">
    ${ordered.map((session) => html`<li key=${session.id} data-live=${session.state !== "ended"}>
      <span><code>${session.id}</code> by ${session.continuation}${session.previousSessionId && html` after <code>${session.previousSessionId}</code>`}, <${Ago} at=${session.startedAt} /></span>
      <span class="small muted">${session.endedAt ? html`lasted <${Lasting} since=${session.startedAt} until=${session.endedAt} />, ended by ${words(session.endReason)}` : "lives"}</span>
    </li>`)}
  </ol>`;
}

function Told({ conversation }) {
  const { notifications } = conversation;
  if (notifications.length === 0) {
    return html`<p class="muted">Nothing was left for it to be told.</p>`;
  }
  return html`<ul class="lines">
    ${notifications.slice(0, SHOWN_NOTICES).map((each) => html`<li key=${each.id}>
      <${Badge} word=${each.state} />
      <a class="wrap" href=${href("notifications", each.id)}>${each.title}</a>
      <span class="small muted"><${Ago} at=${each.createdAt} /></span>
    </li>`)}
  </ul>
  ${notifications.length > SHOWN_NOTICES && html`<a href=${href("notifications", null, { conversation: conversation.id })}>All of them</a>`}`;
}
