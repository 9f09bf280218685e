// Short messages about what the person has just done: what worked, and what did not and why.
import { html, useEffect, useState } from "./html.js";

const SHOWN_MILLIS = 6000;
const watchers = new Set();
let shown = [];
let last = 0;

function update(next) {
  shown = next;
  watchers.forEach((watcher) => watcher(next));
}

function add(tone, text) {
  last += 1;
  const toast = { id: last, tone, text };
  update([...shown, toast].slice(-4));
  setTimeout(() => update(shown.filter((each) => each !== toast)), SHOWN_MILLIS);
}

/** Says what was done. */
export function say(text) {
  add("good", text);
}

/** Says what went wrong. */
export function complain(error) {
  add("bad", error.code ? `${error.message} (${error.code})` : error.message);
}

/**
 * Does something for the person and tells how it went.
 *
 * @returns whether it was done
 */
export async function attempt(work, done) {
  try {
    await work();
  } catch (error) {
    complain(error);
    return false;
  }
  if (done !== undefined) {
    say(done);
  }
  return true;
}

/** Where the messages stand; screen readers are told. */
export function Toasts() {
  const [toasts, setToasts] = useState(shown);
  useEffect(() => {
    watchers.add(setToasts);
    return () => watchers.delete(setToasts);
  }, []);
  return html`<div class="toasts" role="status" aria-live="polite">
    ${toasts.map((toast) => html`<p class="toast" data-tone=${toast.tone} key=${toast.id}>${toast.text}</p>`)}
  </div>`;
}
