// A time: how long ago, and exactly when on hover.
import { exact, relative, span } from "../data/time.js";
import { html } from "../app/html.js";
import { useNow } from "../app/now.js";

/** "3 min ago". */
export function Ago({ at }) {
  const now = useNow();
  return at ? html`<time datetime=${at} title=${exact(at)}>${relative(at, now)}</time>` : null;
}

/** "3 min": how long something has lasted, or had lasted `until`. */
export function Lasting({ since, until }) {
  const now = useNow();
  const end = until ? Date.parse(until) : now;
  return html`<time datetime=${since} title=${`since ${exact(since)}`}>${span(Math.max(0, end - Date.parse(since)))}</time>`;
}
