// One notice opened: what it says, and how far it came.
import { Act, Form, TextField } from "../parts/form.js";
import { html, useState } from "../app/html.js";
import { href } from "../app/router.js";
import { placeOf } from "../app/places.js";
import { post } from "../data/api.js";
import { refresh, useResource } from "../data/store.js";
import { words } from "../data/words.js";
import { Badge } from "../parts/badge.js";
import { Facts } from "../parts/facts.js";
import { Panel } from "../parts/panel.js";
import { Read } from "../parts/states.js";
import { Receipt } from "./notifications-receipt.js";
import { Why } from "./why.js";

const KINDS = ["notification."];
const WAITING = ["queued", "offered"];

export function NotificationPanel({ id, onClose }) {
  const notification = useResource(`notifications/${encodeURIComponent(id)}`, KINDS);
  return html`<${Panel} title=${notification.data?.title ?? `Notice ${id}`} onClose=${onClose}>
    <${Read} from=${notification}>${(found) => html`<${Opened} notification=${found} />`}<//>
  <//>`;
}

function Opened({ notification }) {
  return html`
    <${NoticeFacts} notification=${notification} />
    <section class="stack"><h3>Text</h3><pre class="card small pre">${notification.body}</pre></section>
    <section class="stack"><h3>Receipt</h3><${Receipt} notification=${notification} /></section>
    <${Acts} notification=${notification} />
    <${Why} id=${notification.id} />
  `;
}

/** What kind of thing a notice is about, by its type; there may be types of which nobody here knows. */
const SUBJECTS = {
  __proto__: null,
  mission_complete: "mission",
  mission_failed: "mission",
  ping_answered: "ping",
  staged_resolved: "staged_item",
  worker_complete: "worker",
  worker_failed: "worker",
  worker_question: "ping",
};

function subjectOf({ type, entityId }) {
  const kind = SUBJECTS[type];
  return kind && html`<a href=${placeOf(kind, entityId)}>${words(kind)} ${entityId}</a>`;
}

function NoticeFacts({ notification }) {
  const facts = [
    ["For", html`<a href=${href("fleet", notification.conversationId)}>${notification.conversationId}</a>`],
    ["From", notification.sender],
    ["What", `${words(notification.type)}${notification.generation > 1 ? `, the ${notification.generation}. time` : ""}`],
    ["About", subjectOf(notification)],
    ["Urgency", html`<${Badge} word=${notification.urgency} />`],
    ["Attempts", notification.attempts],
  ];
  return html`<${Facts} facts=${facts} />`;
}

function Acts({ notification }) {
  const [isWithdrawing, setWithdrawing] = useState(false);
  const act = async (name, body) => {
    await post(`notifications/${notification.id}/${name}`, body);
    refresh("notifications");
  };
  if (WAITING.includes(notification.state)) {
    return isWithdrawing
      ? html`<${Form} submit="Withdraw it" onSend=${(values) => act("withdraw", values)} done="It is withdrawn." onDone=${() => setWithdrawing(false)} onCancel=${() => setWithdrawing(false)}>
          <${TextField} label="Why" name="reason" required maxlength="200" isFirst />
        <//>`
      : html`<div class="actions"><button class="danger" onClick=${() => setWithdrawing(true)}>Withdraw</button></div>`;
  }
  return notification.state === "confirmed" && html`<div class="actions"><${Act} onAct=${() => act("seen")} done="Marked as seen.">Mark as seen<//></div>`;
}
