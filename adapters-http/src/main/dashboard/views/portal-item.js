// One staged item opened: where it comes from, what it says, and the person's word on it.
import { Act } from "../parts/form.js";
import { change } from "../data/api.js";
import { href } from "../app/router.js";
import { html, useEffect, useId, useRef, useState } from "../app/html.js";
import { refresh, useResource } from "../data/store.js";
import { Ago } from "../parts/time.js";
import { Badge } from "../parts/badge.js";
import { Body } from "./portal-body.js";
import { Facts } from "../parts/facts.js";
import { Panel } from "../parts/panel.js";
import { Read } from "../parts/states.js";
import { Why } from "./why.js";

const KINDS = ["staged_item."];

/** @param next {title, address} of what comes after it; undefined if nothing does */
export function ItemPanel({ id, next, onClose }) {
  const item = useResource(`staged-content/${encodeURIComponent(id)}`, KINDS);
  const [isResolvedHere, setResolvedHere] = useState(false);
  return html`<${Panel} title=${item.data?.title ?? `Staged item ${id}`} onClose=${onClose}>
    <${Read} from=${item}>
      ${(found) => html`
        ${isResolvedHere && html`<${Next} next=${next} state=${found.state} />`}
        <${Provenance} item=${found} />
        <${Body} item=${found} />
        <${Why} id=${found.id} />
        ${found.state === "staged" && html`<${Verdict} item=${found} onResolved=${() => setResolvedHere(true)} />`}
      `}
    <//>
  <//>`;
}

function Provenance({ item }) {
  const facts = [
    ["State", html`<${Badge} word=${item.state} />`],
    ["Said to it", item.comment],
    ["Resolved", item.resolvedAt && html`<${Ago} at=${item.resolvedAt} />`],
    ["Kind", item.kind],
    ["Conversation", item.conversationId && html`<a href=${href("fleet", item.conversationId)}>${item.conversationId}</a>`],
    ["Session", item.sessionId && html`<a href=${href("timeline", null, { session: item.sessionId })}>${item.sessionId}</a>`],
    ["From the file", item.sourcePath && html`<code>${item.sourcePath}</code>`],
    ["SHA-256", item.sourceHash && html`<code class="small">${item.sourceHash}</code>`],
    ["Staged", html`<${Ago} at=${item.stagedAt} />`],
    ["Expires", item.expiresAt && html`<${Ago} at=${item.expiresAt} />`],
  ];
  return html`<${Facts} facts=${facts} />`;
}

/** The way on, once a word was said. */
function Next({ next, state }) {
  const link = useRef(null);
  useEffect(() => link.current?.focus(), []);
  return html`<div class="verdict-next" role="status">
    <span>${state === "staged" ? "Said." : `It is ${state}.`}</span>
    ${next ? html`<a ref=${link} class="button clip" href=${next.address}><span class="clip">Next: ${next.title}</span></a>` : html`<span class="muted">Nothing else waits for your word.</span>`}
  </div>`;
}

function Verdict({ item, onResolved }) {
  const [comment, setComment] = useState("");
  const [isMissing, setMissing] = useState(false);
  const field = useRef(null);
  const id = useId();
  const path = `staged-content/${item.id}`;
  const say = (act, body) => async () => {
    await change("POST", `${path}/${act}`, body, item, path);
    refresh(path);
    onResolved();
  };
  const said = comment.trim() === "" ? {} : { comment };
  const reject = async () => {
    if (said.comment === undefined) {
      setMissing(true);
      field.current.focus();
      return;
    }
    await say("reject", said)();
  };
  const write = (event) => {
    setComment(event.target.value);
    setMissing(false);
  };
  return html`<section class="verdict" aria-label="Your word">
    <div class="field">
      <label for=${id}>Comment</label>
      <textarea ref=${field} id=${id} rows="2" maxlength="10000" value=${comment} onInput=${write} aria-invalid=${isMissing} aria-describedby=${`${id}-hint`}></textarea>
      <p id=${`${id}-hint`} class="hint" data-tone=${isMissing ? "bad" : undefined} role=${isMissing ? "alert" : undefined}>${isMissing ? "Say why you reject it: its conversation is told." : "Its conversation is told. Needed to reject."}</p>
    </div>
    <div class="actions">
      <${Act} class="primary" onAct=${say("approve", said)} done="Approved.">Approve<//>
      <${Act} class="danger" onAct=${reject}>Reject<//>
      <${Act} class="quiet" onAct=${say("dismiss")} done="Dismissed." title="Takes it off the list without a comment">Dismiss<//>
    </div>
  </section>`;
}
