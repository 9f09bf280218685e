// Why something stands as it does, from what was recorded; read when it is opened.
import { exact } from "../data/time.js";
import { html, useState } from "../app/html.js";
import { useResource } from "../data/store.js";
import { Ago } from "../parts/time.js";
import { Read } from "../parts/states.js";

export function Why({ id }) {
  const [isOpen, setOpen] = useState(false);
  return html`<details class="why" onToggle=${(event) => setOpen(event.currentTarget.open)}>
    <summary>Why</summary>
    ${isOpen && html`<${Explanations} id=${id} />`}
  </details>`;
}

function Explanations({ id }) {
  const why = useResource(`why/${id}`, [""]);
  return html`<${Read} from=${why} rows="2">
    ${({ explanations }) => explanations.map((each) => html`<div class="stack" key=${each.kind}>
      <p><strong>${each.headline}</strong> <span class="small muted">since <${Ago} at=${each.since} /></span></p>
      <ol class="lines">
        ${each.facts.map((fact, index) => html`<li key=${index}><time class="small muted" datetime=${fact.at}>${exact(fact.at)}</time> <span class="wrap">${fact.text}</span></li>`)}
      </ol>
      ${each.next.map((step) => html`<p class="small" key=${step.command}>${step.purpose}: <code>${step.command}</code></p>`)}
    </div>`)}
  <//>`;
}
