// A field that narrows a list once it is left or Enter is pressed. What is typed is kept until then, however
// often the list is drawn anew.
import { html, useEffect, useState } from "../app/html.js";

/**
 * @param value what narrows the list now
 * @param onChoose called with what was typed, without blanks around it
 */
export function FilterField({ value, onChoose, ...rest }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]); // the address was changed by other means
  const choose = (event) => onChoose(event.target.value.trim());
  return html`<input type="search" value=${typed} onInput=${(event) => setTyped(event.target.value)} onChange=${choose} ...${rest} />`;
}
