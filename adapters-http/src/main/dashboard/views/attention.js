// What waits for the person, worst first: on top of every view, and whole in a view of its own.
// What can be done about it can be done here.
import { Act, Form, TextField } from "../parts/form.js";
import { attempt } from "../app/toasts.js";
import { draftOf, isOpened, keepDraft, useDrafts } from "./attention-drafts.js";
import { html } from "../app/html.js";
import { href } from "../app/router.js";
import { placeOf } from "../app/places.js";
import { post } from "../data/api.js";
import { refresh, useResource } from "../data/store.js";
import { Ago } from "../parts/time.js";
import { Badge } from "../parts/badge.js";
import { Empty, Failure, Loading } from "../parts/states.js";
import { Icon } from "../parts/icon.js";
import { Id } from "../parts/id.js";
import { Rows } from "../parts/rows.js";
import { StripFoot, useFold } from "./attention-fold.js";
import { useHeirs } from "../parts/focus.js";

/** Whatever changes what waits for the person; the rest of the journal does not. */
const KINDS = ["ping.", "session.", "worker.", "mission.", "scheduled_mission.", "notification.", "attention.", "hooks.", "backup.", "staged_item."];
const PAUSES = [["15m", "15 minutes"], ["1h", "1 hour"], ["4h", "4 hours"], ["1d", "1 day"]];

/** Where more is told of what an item is about; null if all is told here. */
function moreOf({ subjectKind, subjectId }) {
  const place = placeOf(subjectKind, subjectId);
  return place === href("attention") ? null : place;
}

/** What waits, the worst first. */
export const useAttention = () => useResource("attention", KINDS, { limit: 100 });

const keyOf = (item) => item.id ?? `${item.kind}-${item.subjectId}`;
const settle = async (item, act, body) => {
  await post(`attention/${encodeURIComponent(keyOf(item))}/${act}`, body);
  keepDraft(keyOf(item), { open: null });
  refresh("attention");
};

/** The first few of what waits, above any view, and what is being answered. Nothing at all when nothing waits. */
export function AttentionStrip({ items, error }) {
  const fold = useFold();
  useDrafts();
  if (items === undefined || items.length === 0) {
    return error ? html`<div class="strip"><${Failure} error=${error} /></div>` : null;
  }
  const shown = items.filter((item, index) => index < fold.shownCount || isOpened(keyOf(item)));
  return html`<section class="strip" aria-label="Waiting for you">
    <div class="strip-items">${shown.map((item) => html`<${Item} key=${keyOf(item)} item=${item} isBrief />`)}</div>
    ${items.length > 1 && html`<${StripFoot} count=${items.length} fold=${fold} />`}
  </section>`;
}

export function Attention() {
  const { data, error } = useAttention();
  const items = data?.items;
  return html`
    <div class="view-head"><h1>Attention</h1>${items && html`<span class="muted">${items.length === 0 ? "" : `${items.length} waiting, the worst first`}</span>`}</div>
    <${Failure} error=${error} />
    ${items === undefined && !error && html`<${Loading} />`}
    ${items?.length === 0 && html`<${Empty} title="Nothing waits for you">Questions, permissions, failed workers and missed missions come here by themselves.<//>`}
    ${items?.length > 0 && html`<${Rows} class="stack attention-list">${items.map((item) => html`<${Item} key=${keyOf(item)} item=${item} />`)}<//>`}
  `;
}

/** Who has the focus once an item is settled: the next one, or the one before it. */
const neighboursOf = (article) =>
  [article.nextElementSibling, article.previousElementSibling].map((each) => each?.querySelector("[data-row], button, a"));

function Item({ item, isBrief }) {
  const article = useHeirs(neighboursOf);
  useDrafts();
  const draft = draftOf(keyOf(item));
  const { open } = draft;
  const setOpen = (next) => keepDraft(keyOf(item), { ...draft, open: next });
  const acts = item.acts ?? [];
  const place = moreOf(item);
  const close = () => setOpen(null);
  const jump = () => attempt(() => post(`sessions/${item.sessionId}/show`), "Its pane is in front.");
  return html`<article ref=${article} class="waiting" data-tone=${toneOf(item.urgency)}>
    <div class="waiting-head">
      <${Badge} word=${item.urgency} tone=${toneOf(item.urgency)} />
      <span class="waiting-reason wrap" tabindex=${isBrief ? undefined : "0"} data-row=${isBrief ? undefined : ""}>${item.reason}</span>
      ${isBrief && html`<span class="waiting-where small muted">${item.conversationId && html`<${Id} text=${item.conversationId} />`}</span>`}
      <span class="small muted"><${Ago} at=${item.since} /></span>
      <span class="waiting-acts">
        ${acts.includes("answer") && html`<button class="primary" onClick=${() => setOpen(open === "answer" ? null : "answer")} aria-expanded=${open === "answer"}>Answer</button>`}
        ${acts.includes("jump") && html`<button onClick=${jump} title="Bring its tmux pane to the front"><${Icon} name="jump" />Jump</button>`}
        ${acts.includes("run") && html`<${Act} onAct=${() => post(`scheduled-missions/${encodeURIComponent(item.subjectId)}/run`)} done="It runs now.">Run now<//>`}
        ${acts.includes("retry") && html`<${Act} onAct=${() => post(`workers/${item.subjectId}/retry`)} done="It runs again.">Retry<//>`}
        ${place && html`<a class="button" href=${place}>Open</a>`}
        ${acts.includes("acknowledge") && html`<${Act} onAct=${() => settle(item, "acknowledge")}>Acknowledge<//>`}
        ${acts.includes("snooze") && html`<button onClick=${() => setOpen(open === "snooze" ? null : "snooze")} aria-expanded=${open === "snooze"}>Snooze</button>`}
      </span>
    </div>
    ${!isBrief && html`<p class="small muted wrap">${item.conversationId && html`<span>${item.conversationId} · </span>`}<code>${item.remedy}</code></p>`}
    ${open === "answer" && html`<${AnswerForm} item=${item} text=${draft.text} onWrite=${(text) => keepDraft(keyOf(item), { open, text })} onDone=${close} />`}
    ${open === "snooze" && html`<div class="actions">${PAUSES.map(([pause, title]) => html`<${Act} key=${pause} onAct=${() => settle(item, "snooze", { pause })}>${title}<//>`)}</div>`}
  </article>`;
}

function AnswerForm({ item, text, onWrite, onDone }) {
  return html`<${Form} submit="Send the answer" onSend=${(values) => settle(item, "answer", values)} done="Answered; who asked is told." onDone=${onDone} onCancel=${onDone}>
    <${TextField} label="Answer" name="text" rows="2" value=${text} onInput=${(event) => onWrite(event.target.value)} required maxlength="10000" isFirst=${!text} />
  <//>`;
}

const toneOf = (urgency) => ({ critical: "bad", high: "warn", normal: "tool", low: "idle" })[urgency];
