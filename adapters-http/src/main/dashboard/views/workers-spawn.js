// Work to be handed over.
import { Form, TextField } from "../parts/form.js";
import { go, href } from "../app/router.js";
import { html, useId } from "../app/html.js";
import { post } from "../data/api.js";
import { refresh } from "../data/store.js";
import { ConversationField } from "../parts/conversation-field.js";
import { Dialog } from "../parts/dialog.js";

/** What the engine calls kinds of work; any other word is one too. */
const PRIMITIVES = ["research", "analyze", "organize", "write", "build", "review", "monitor"];

/** A field for a kind of work. */
export function PrimitiveField({ value }) {
  const id = useId();
  return html`
    <${TextField} label="Kind of work" name="primitive" list=${id} value=${value} required maxlength="32" spellcheck="false" />
    <datalist id=${id}>${PRIMITIVES.map((each) => html`<option key=${each} value=${each} />`)}</datalist>
  `;
}

const NUMBERS = ["priority", "maxAttempts", "timeoutSeconds"];

/** What the engine is sent, of what the fields say. */
function orderOf({ dependsOn, runAfter, timeoutMinutes, ...rest }) {
  const order = { ...rest };
  if (timeoutMinutes) {
    order.timeoutSeconds = Math.round(Number(timeoutMinutes) * 60);
  }
  NUMBERS.filter((name) => order[name] !== undefined).forEach((name) => (order[name] = Number(order[name])));
  if (dependsOn) {
    order.dependsOn = dependsOn.split(/[\s,]+/).filter(Boolean);
  }
  if (runAfter) {
    order.runAfter = new Date(runAfter).toISOString();
  }
  return order;
}

export function SpawnDialog({ conversation, onClose }) {
  const send = async (values) => {
    const worker = await post("workers", orderOf(values));
    refresh("workers");
    go(href("workers", worker.id));
  };
  return html`<${Dialog} title="Hand over work" onClose=${onClose}>
    <${Form} submit="Hand it over" onSend=${send} done="It waits for its turn." onDone=${onClose} onCancel=${onClose}>
      <${TextField} label="What to do" name="instructions" rows="6" required />
      <div class="fields">
        <${PrimitiveField} value="research" />
        <${ConversationField} label="Who is told" value=${conversation ?? ""} hint="A conversation; without one, nobody is told." />
      </div>
      <details class="why">
        <summary>When, and how often</summary>
        <div class="fields">
          <${TextField} label="Priority" name="priority" type="number" min="-100" max="100" hint="The higher first; 0 without." />
          <${TextField} label="Not before" name="runAfter" type="datetime-local" />
          <${TextField} label="After workers" name="dependsOn" spellcheck="false" hint="Ids, with commas between; each must be complete first." />
          <${TextField} label="Attempts at most" name="maxAttempts" type="number" min="1" max="20" hint="1 without." />
          <${TextField} label="Minutes an attempt may take" name="timeoutMinutes" type="number" min="0.1" step="any" />
        </div>
      </details>
    <//>
  <//>`;
}
