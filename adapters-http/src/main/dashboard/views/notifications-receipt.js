// The way of a notice, from being queued to being seen, or to where it left that way.
import { exact } from "../data/time.js";
import { html } from "../app/html.js";
import { href } from "../app/router.js";
import { Ago } from "../parts/time.js";

const WAY = ["queued", "offered", "confirmed", "seen"];

/** How a notice leaves its way, with what that means. */
const EXITS = {
  withdrawn: "not true any more, or taken back",
  expired: "too late to be told",
  dead: "offered in vain too often",
};

const TONES = { confirmed: "good", seen: "good", offered: "tool", queued: "idle", withdrawn: "idle", expired: "warn", dead: "bad" };

/**
 * The steps of a notice: {word, at, text, state}, where state is done, now, left (where it left the
 * way) or open.
 */
export function stepsOf(notification) {
  const times = {
    queued: notification.createdAt,
    offered: notification.offeredAt ?? notification.confirmedAt,
    confirmed: notification.confirmedAt,
    seen: notification.seenAt,
  };
  const { state } = notification;
  const isGone = state in EXITS;
  const reached = isGone ? WAY.filter((word) => times[word] !== undefined) : WAY.slice(0, WAY.indexOf(state) + 1);
  const steps = reached.map((word) => ({ word, at: times[word], state: word === state ? "now" : "done" }));
  return isGone
    ? [...steps, { word: state, at: notification.closedAt, text: notification.reason ?? EXITS[state], state: "left" }]
    : [...steps, ...WAY.slice(reached.length).map((word) => ({ word, state: "open" }))];
}

const GAP = 16;
const MIDDLE = 6;

/** The way in small: a dot for each step. */
export function ReceiptMarks({ notification }) {
  const steps = stepsOf(notification);
  const width = (steps.length - 1) * GAP + 2 * MIDDLE;
  return html`<span class="receipt-marks" data-tone=${TONES[notification.state]}>
    <svg viewBox=${`0 0 ${width} 12`} width=${width} height="12" aria-hidden="true">
      ${steps.slice(1).map((step, index) => html`<line key=${step.word} class="receipt-line" data-state=${step.state} x1=${MIDDLE + index * GAP} x2=${MIDDLE + (index + 1) * GAP} y1="6" y2="6" />`)}
      ${steps.map((step, index) => html`<circle key=${step.word} class="receipt-dot" data-state=${step.state} cx=${MIDDLE + index * GAP} cy="6" r="4" />`)}
    </svg>
    ${notification.state}
  </span>`;
}

/** The way with the time of each step, to whom, and why it ended where it did. */
export function Receipt({ notification }) {
  return html`<ol class="receipt" aria-label="Receipt">
    ${stepsOf(notification).map((step) => html`<li key=${step.word} data-state=${step.state} data-tone=${TONES[step.word]} aria-current=${step.state === "now" || step.state === "left" ? "step" : undefined}>
      <strong>${step.word}</strong>
      ${step.at ? html`<span class="small"><${Ago} at=${step.at} /> <span class="muted">${exact(step.at)}</span></span>` : step.state === "open" && html`<span class="small muted">not yet</span>`}
      <span class="small muted wrap">${step.text ?? detailOf(step, notification)}</span>
    </li>`)}
  </ol>`;
}

function detailOf({ word, state }, { sender, offeredTo, sessionId, attempts }) {
  const session = (id) => html`session <a href=${href("timeline", null, { session: id })}>${id}</a>`;
  if (word === "queued") {
    return `by ${sender}`;
  }
  if (word === "offered" && state !== "open") {
    return html`${offeredTo || sessionId ? html`to ${session(offeredTo ?? sessionId)}` : ""}${attempts > 1 ? `, ${attempts} times` : ""}`;
  }
  if (word === "confirmed" && state !== "open") {
    return sessionId ? html`by ${session(sessionId)}` : "";
  }
  return word === "seen" && state !== "open" ? "by the person" : "";
}
