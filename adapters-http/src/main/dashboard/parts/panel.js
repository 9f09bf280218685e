// One thing opened out of a list: beside it on a wide screen, over it on a narrow one.
import { html, useEffect, useRef } from "../app/html.js";
import { Icon } from "./icon.js";

export function Panel({ title, onClose, children, actions }) {
  const panel = useRef(null);
  useEffect(() => panel.current.focus({ preventScroll: true }), [title]);
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
