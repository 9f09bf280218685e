// What the keys do, on ?.
import { Dialog } from "../parts/dialog.js";
import { html } from "./html.js";
import { VIEWS } from "./views.js";

const ACTS = [
  ["?", "This list"],
  ["/", "To the search or filter of the view"],
  ["j, k", "Down and up in a list"],
  ["Enter", "Open what is chosen"],
  ["Esc", "Close what is open"],
  ["x", "To the first thing that waits for you"],
  ["d", "Light, dark or as the system"],
];

/** @param keys "on" or "off" */
export function Help({ onClose, keys, onKeys }) {
  return html`<${Dialog} title="Keys" onClose=${onClose}>
    <label class="choice"><input type="checkbox" checked=${keys === "on"} onChange=${(event) => onKeys(event.target.checked ? "on" : "off")} /> Keys of one letter or sign work</label>
    <dl class="keys">
      ${ACTS.map(([key, text]) => html`<div key=${key}><dt><kbd>${key}</kbd></dt><dd>${text}</dd></div>`)}
      ${VIEWS.map((view) => html`<div key=${view.name}><dt><kbd>g</kbd> <kbd>${view.key}</kbd></dt><dd>${view.title}</dd></div>`)}
    </dl>
  <//>`;
}
