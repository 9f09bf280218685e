// What stands where there is nothing to show: not yet, not now, or nothing at all and what to do next.
import { html } from "../app/html.js";

/** Rows that are on their way. */
export function Loading({ rows = 4 }) {
  return html`<div class="loading" aria-busy="true" aria-label="Loading">
    ${Array.from({ length: rows }, (_, index) => html`<div class="loading-row" key=${index}></div>`)}
  </div>`;
}

/** What could not be read. What was read before stays below it. */
export function Failure({ error }) {
  return error ? html`<p class="notice" data-tone="bad" role="alert">${error.message}</p>` : null;
}

/** @param next what to do about it: text or a template */
export function Empty({ title, children }) {
  return html`<div class="empty"><p class="empty-title">${title}</p>${children && html`<div class="muted">${children}</div>`}</div>`;
}

/** Shows what was read: `children` is called with it. */
export function Read({ from, children, rows }) {
  return html`<${Failure} error=${from.error} />${from.data === undefined ? !from.error && html`<${Loading} rows=${rows} />` : children(from.data)}`;
}
