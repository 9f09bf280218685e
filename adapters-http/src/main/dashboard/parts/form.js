// Fields with their names, and forms that are sent once.
import { attempt, say } from "../app/toasts.js";
import { html, useId, useLayoutEffect, useRef, useState } from "../app/html.js";
import { Failure } from "./states.js";
import { useGiveBack } from "./focus.js";

/** A named field; `children` is called with the id that its control takes. */
export function Field({ label, hint, children }) {
  const id = useId();
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${children(id)}
    ${hint && html`<p class="hint">${hint}</p>`}
  </div>`;
}

/**
 * @param value what it begins with; with onInput, what it shows whenever it is drawn
 * @param isFirst whether it has the focus when it comes
 */
export function TextField({ label, hint, name, value, rows, onInput, isFirst, ...rest }) {
  const shown = onInput ? { value } : { defaultValue: value }; // else a new drawing would undo what was typed
  const field = useRef(null);
  useLayoutEffect(() => {
    if (isFirst) {
      field.current.focus();
    }
  }, []);
  const control = (id) =>
    rows
      ? html`<textarea ref=${field} id=${id} name=${name} rows=${rows} onInput=${onInput} ...${rest}>${value}</textarea>`
      : html`<input ref=${field} id=${id} name=${name} type="text" onInput=${onInput} autocomplete="off" ...${shown} ...${rest} />`;
  return html`<${Field} label=${label} hint=${hint}>${control}<//>`;
}

/**
 * @param value what it begins with; with onChange, what it shows whenever it is drawn
 * @param options names, or pairs of name and title
 */
export function SelectField({ label, hint, name, value, options, onChange }) {
  const shown = onChange ? { value } : {};
  const pairs = options.map((option) => (Array.isArray(option) ? option : [option, option]));
  return html`<${Field} label=${label} hint=${hint}>
    ${(id) => html`<select id=${id} name=${name} onChange=${onChange} ...${shown}>
      ${pairs.map(([each, title]) => html`<option key=${each} value=${each} selected=${each === value}>${title}</option>`)}
    </select>`}
  <//>`;
}

/** What a form says, by the names of its fields; what is empty is left out. */
export function valuesOf(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));
}

/**
 * A form whose buttons rest while it is sent. They are not disabled, for then they would lose the focus.
 *
 * @param onSend called with the values; what it throws stands in the form: a dialog would hide it elsewhere
 * @param done what to say when it worked
 */
export function Form({ onSend, done, onDone, submit = "Save", onCancel, children, ...rest }) {
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState(null);
  const place = useGiveBack((form) => [form.closest(".panel, .waiting")?.querySelector("[data-row]"), form.closest(".panel")]);
  const send = async (event) => {
    event.preventDefault();
    if (isSending) {
      return;
    }
    const form = event.currentTarget;
    setSending(true);
    setError(null);
    try {
      await onSend(valuesOf(form));
      form.reset();
      done && say(done);
      onDone?.();
    } catch (failure) {
      setError(failure);
    }
    setSending(false);
  };
  return html`<form ref=${place} class="form" onSubmit=${send} ...${rest}>
    ${children}
    <${Failure} error=${error} />
    <div class="actions">
      <button class="primary" aria-disabled=${isSending}>${submit}</button>
      ${onCancel && html`<button type="button" onClick=${onCancel}>Cancel</button>`}
    </div>
  </form>`;
}

/** A button that does something and rests meanwhile; with `sure`, it asks first. The second click of a double one is none: it would be the yes. */
export function Act({ onAct, done, sure, children, ...rest }) {
  const [isActing, setActing] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const act = async (event) => {
    if (isActing || event.detail > 1) {
      return;
    }
    if (sure && !isAsking) {
      setAsking(true);
      return;
    }
    setAsking(false);
    setActing(true);
    await attempt(onAct, done);
    setActing(false);
  };
  return html`<button type="button" aria-disabled=${isActing} onClick=${act} onBlur=${() => setAsking(false)} ...${rest}>${isAsking ? sure : children}</button>`;
}
