// One contact opened.
import { Act, Form, TextField } from "../parts/form.js";
import { change, put, remove } from "../data/api.js";
import { href } from "../app/router.js";
import { html, useState } from "../app/html.js";
import { refresh, useResource } from "../data/store.js";
import { Ago } from "../parts/time.js";
import { EditContact } from "./contacts-form.js";
import { Facts } from "../parts/facts.js";
import { Panel } from "../parts/panel.js";
import { Read } from "../parts/states.js";

const KINDS = ["contact."];

export function ContactPanel({ id, onClose }) {
  const contact = useResource(`contacts/${encodeURIComponent(id)}`, KINDS);
  const [isEditing, setEditing] = useState(false);
  return html`<${Panel} title=${contact.data?.name ?? `Contact ${id}`} onClose=${onClose}>
    <${Read} from=${contact}>
      ${(found) =>
        isEditing
          ? html`<${EditContact} contact=${found} onClose=${() => setEditing(false)} />`
          : html`<${Known} contact=${found} />
              <${Tags} contact=${found} />
              <div class="actions">
                <button onClick=${() => setEditing(true)}>Edit</button>
                <${Act} class="quiet danger" sure="Remove for good?" done="Removed." onAct=${() => takeAway(found, onClose)}>Remove<//>
              </div>`}
    <//>
  <//>`;
}

async function takeAway(contact, onClose) {
  await change("DELETE", `contacts/${contact.id}`, undefined, contact);
  onClose();
  refresh("contacts");
}

function Known({ contact }) {
  const facts = [
    ["E-mail", contact.email],
    ["Phone", contact.phone],
    ["Notes", contact.notes && html`<span class="pre">${contact.notes}</span>`],
    ["Added", html`<${Ago} at=${contact.createdAt} />`],
    ["Changed", html`<${Ago} at=${contact.updatedAt} />`],
  ];
  return html`<${Facts} facts=${facts} />`;
}

function Tags({ contact }) {
  const pathOf = (tag) => `contacts/${contact.id}/tags/${encodeURIComponent(tag)}`;
  const add = async ({ tag }) => {
    await put(pathOf(tag.trim()));
    refresh("contacts");
  };
  const takeOff = (tag) => async () => {
    await remove(pathOf(tag));
    refresh("contacts");
  };
  return html`<section class="stack">
    <h3>Tags</h3>
    ${contact.tags.length > 0 && html`<ul class="chips">
      ${contact.tags.map((tag) => html`<li key=${tag} class="badge" data-tone="idle">
        <a href=${href("contacts", null, { tag })} title="All with this tag">${tag}</a>
        <${Act} class="quiet icon-only" aria-label=${`Take ${tag} off`} onAct=${takeOff(tag)}>×<//>
      </li>`)}
    </ul>`}
    <${Form} class="form inline" submit="Tag" onSend=${add}>
      <${TextField} label="New tag" name="tag" required maxlength="64" />
    <//>
  </section>`;
}
