// A list of links that j and k walk through, as the arrows do.
import { html, useRef } from "../app/html.js";
import { useShortcuts } from "../app/shortcuts.js";

function step(list, by) {
  const links = [...list.querySelectorAll("[data-row]")];
  const index = links.indexOf(document.activeElement);
  const next = links[index < 0 ? 0 : Math.min(links.length - 1, Math.max(0, index + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** Around rows of which each has one element with `data-row` that can be focused. */
export function Rows({ children, ...rest }) {
  const list = useRef(null);
  useShortcuts({ j: () => step(list.current, 1), k: () => step(list.current, -1) });
  const press = (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && event.target.matches("[data-row]")) {
      event.preventDefault();
      step(list.current, by);
    }
  };
  return html`<div ref=${list} onKeyDown=${press} ...${rest}>${children}</div>`;
}
