// One priority: a line of the list, and the form that takes its place.
import { Act, Form, SelectField, TextField } from "../parts/form.js";
import { attempt } from "../app/toasts.js";
import { change, post } from "../data/api.js";
import { html, useState } from "../app/html.js";
import { refresh } from "../data/store.js";
import { Ago } from "../parts/time.js";
import { Icon } from "../parts/icon.js";

export const LEVELS = ["critical", "high", "medium", "low"];
const TONES = { critical: "bad", high: "warn", medium: "idle", low: "faint" };

const pathOf = (priority) => `priorities/${priority.id}`;

/** @param midnight when today began: what was open before is marked */
export function PriorityRow({ priority, midnight, isHeld, onPress, onGrab, onPickUp, onComplete, onEdit }) {
  const { id, content, createdAt } = priority;
  return html`<li class="priority" data-id=${id} data-held=${isHeld} onKeyDown=${(event) => onPress(event, priority)}>
    <button class="quiet icon-only grip" aria-pressed=${isHeld} aria-label=${`Move ${content}`} title="Drag, or press and use the arrows" onPointerDown=${(event) => onGrab(event, id)} onClick=${(event) => event.detail === 0 && onPickUp(priority)}><${Icon} name="grip" /></button>
    <button class="check" aria-label=${`Complete ${content}`} title="Complete (c)" onClick=${() => onComplete(priority)}></button>
    <button class="priority-content wrap" data-row title="Edit (e)" onClick=${onEdit}>${content}</button>
    ${createdAt < midnight && html`<span class="small muted carried" title="Open since before today"><${Ago} at=${createdAt} /></span>`}
    <${LevelSelect} priority=${priority} />
  </li>`;
}

function LevelSelect({ priority }) {
  const set = (event) => {
    const level = event.target.value;
    return attempt(() => change("PATCH", pathOf(priority), { level }, priority).finally(() => refresh("priorities")));
  };
  return html`<select class="level" data-tone=${TONES[priority.level]} aria-label=${`Level of ${priority.content}`} value=${priority.level} onChange=${set}>
    ${LEVELS.map((level) => html`<option key=${level} value=${level} selected=${level === priority.level}>${level}</option>`)}
  </select>`;
}

const focusOnce = (form) => form?.querySelector("textarea").focus();

/** What is changed is what stood there when the form was opened, or nothing. */
export function EditRow({ priority, pools, onClose }) {
  const [seen] = useState(priority);
  const [level, setLevel] = useState(priority.level);
  const save = async ({ content, pool }) => {
    await change("PATCH", pathOf(seen), { content, level }, seen);
    if (pool !== seen.pool) {
      await post(`${pathOf(seen)}/move`, { pool });
    }
    refresh("priorities");
  };
  const remove = async () => {
    await change("DELETE", pathOf(seen), undefined, seen);
    refresh("priorities");
  };
  const press = (event) => event.key === "Escape" && (event.preventDefault(), onClose());
  return html`<li class="priority-edit card" data-id=${seen.id} onKeyDown=${press} ref=${focusOnce}>
    <${Form} onSend=${save} onDone=${onClose} onCancel=${onClose}>
      <${TextField} label="What" name="content" rows="3" value=${seen.content} required maxlength="2000" />
      <div class="fields">
        <${SelectField} label="Level" name="level" value=${level} options=${LEVELS} onChange=${(event) => setLevel(event.target.value)} />
        <${TextField} label="Pool" name="pool" defaultValue=${seen.pool} required maxlength="64" list="pools" />
        <datalist id="pools">${pools.map((pool) => html`<option key=${pool} value=${pool}></option>`)}</datalist>
      </div>
    <//>
    <p class="actions"><${Act} class="quiet danger" sure="Remove it for good?" done="Removed." onAct=${remove}>Remove<//></p>
  </li>`;
}
