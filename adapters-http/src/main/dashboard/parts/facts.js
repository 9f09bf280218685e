// What is known of a thing, each with its name.
import { html } from "../app/html.js";

const isKnown = (value) => value !== undefined && value !== null && value !== false && value !== "";

/** @param facts pairs of name and value; where the value is undefined, null, false or "", the pair is left out */
export function Facts({ facts }) {
  return html`<dl class="facts">
    ${facts.filter(([, value]) => isKnown(value)).map(([name, value]) => html`<dt key=${name}>${name}</dt><dd>${value}</dd>`)}
  </dl>`;
}
