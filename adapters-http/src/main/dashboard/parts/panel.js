// One thing opened out of a list: beside it on a wide screen, over it on a narrow one.
import { html, useEffect } from "../app/html.js";
import { Icon } from "./icon.js";
import { useGiveBack } from "./focus.js";

/** The row of what is opened, for who came by its address. */
const chosenRow = () => document.querySelector('[data-row][data-chosen="true"], [data-chosen="true"] [data-row]');

/** To be keyed by what it shows: it takes the focus once, for a title may change while somebody writes in it. */
export function Panel({ title, onClose, children, actions }) {
  const panel = useGiveBack(() => [chosenRow()]);
  useEffect(() => panel.current.focus({ preventScroll: true }), []);
  const press = (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) {
      event.preventDefault();
      onClose();
    }
  };
  return html`<aside ref=${panel} class="panel" tabindex="-1" aria-label=${title} onKeyDown=${press}>
    <header class="panel-head">
      <h2>${title}</h2>
      ${actions}
      <button class="quiet icon-only" onClick=${onClose} aria-label="Close"><${Icon} name="close" /></button>
    </header>
    <div class="panel-body">${children}</div>
  </aside>`;
}
