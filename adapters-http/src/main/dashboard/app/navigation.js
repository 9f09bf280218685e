// The way from view to view: a rail beside the page, a bar below it on a phone.
import { href } from "./router.js";
import { html } from "./html.js";
import { Icon } from "../parts/icon.js";
import { VIEWS } from "./views.js";

/** @param counts how many things wait in a view, by its name */
export function Navigation({ current, counts }) {
  return html`<nav class="rail" aria-label="Views">
    <ul>
      ${VIEWS.map((view, index) => {
        const count = counts[view.name] ?? 0;
        const begins = index > 0 && VIEWS[index - 1].group !== view.group;
        return html`<li key=${view.name} class=${begins ? "rail-group" : undefined}>
          <a href=${href(view.name)} aria-current=${view.name === current ? "page" : undefined} title=${`${view.title} (g ${view.key})`}>
            <${Icon} name=${view.name} />
            <span class="rail-title">${view.title}</span>
            ${count > 0 && html`<span class="count" data-tone=${view.name === "attention" ? "warn" : undefined}>${count}<span class="unseen"> waiting</span></span>`}
          </a>
        </li>`;
      })}
    </ul>
  </nav>`;
}
