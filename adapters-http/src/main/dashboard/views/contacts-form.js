// What is known of a contact, as a form: for a new one, and for one that is there.
import { change, post } from "../data/api.js";
import { Form, TextField } from "../parts/form.js";
import { go, href } from "../app/router.js";
import { html, useState } from "../app/html.js";
import { refresh } from "../data/store.js";
import { Dialog } from "../parts/dialog.js";

function Fields({ contact = {}, isFirst }) {
  return html`
    <${TextField} label="Name" name="name" defaultValue=${contact.name ?? ""} required maxlength="200" isFirst=${isFirst} />
    <${TextField} label="E-mail" name="email" defaultValue=${contact.email ?? ""} maxlength="320" inputmode="email" />
    <${TextField} label="Phone" name="phone" defaultValue=${contact.phone ?? ""} maxlength="64" inputmode="tel" />
    <${TextField} label="Notes" name="notes" rows="4" value=${contact.notes ?? ""} maxlength="100000" />
  `;
}

const tagsOf = (text = "") => text.split(/[\s,]+/).filter(Boolean);

export function AddContact({ onClose }) {
  const add = async ({ tags, ...details }) => {
    const added = await post("contacts", { ...details, tags: tagsOf(tags) });
    refresh("contacts");
    go(href("contacts", added.id));
  };
  return html`<${Dialog} title="Add a contact" onClose=${onClose}>
    <${Form} submit="Add" onSend=${add} done="Added." onDone=${onClose} onCancel=${onClose}>
      <${Fields} />
      <${TextField} label="Tags" name="tags" hint="Small letters, digits, - and _; blanks between them." />
    <//>
  <//>`;
}

/** @param contact as it is now; what is changed is what stood there when the form was opened, or nothing */
export function EditContact({ contact, onClose }) {
  const [seen, setSeen] = useState(contact);
  const isOutdated = contact.updatedAt !== seen.updatedAt;
  const save = async (details) => {
    await change("PUT", `contacts/${seen.id}`, details, seen);
    refresh("contacts");
  };
  const press = (event) => event.key === "Escape" && (event.preventDefault(), onClose()); // the form, not the panel
  return html`<div class="stack" onKeyDown=${press}>
    ${isOutdated && html`<p class="notice" data-tone="warn" role="status">It was changed meanwhile. <button onClick=${() => setSeen(contact)}>Begin again with the newest</button></p>`}
    <${Form} key=${seen.updatedAt} onSend=${save} done="Saved." onDone=${onClose} onCancel=${onClose}>
      <${Fields} contact=${seen} isFirst />
    <//>
  </div>`;
}
