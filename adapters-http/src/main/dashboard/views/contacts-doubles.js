// Contacts that seem to be one person, side by side, and the act that makes them one.
import { Act } from "../parts/form.js";
import { day, exact } from "../data/time.js";
import { href } from "../app/router.js";
import { html, useId, useState } from "../app/html.js";
import { post } from "../data/api.js";
import { refresh, useResource } from "../data/store.js";
import { Empty, Loading } from "../parts/states.js";

const MOST_SHOWN = 100;

/** Groups of contacts that share an address or a number; undefined until they are known. */
export function useDoubles() {
  return useResource("contacts/doubles", ["contact."], { limit: MOST_SHOWN }).data?.items;
}

export function Doubles({ groups }) {
  if (groups === undefined) {
    return html`<${Loading} rows="3" />`;
  }
  if (groups.length === 0) {
    return html`<${Empty} title="Nobody is there twice">Who shares an address or a number with somebody else is shown here.<//>`;
  }
  return html`<div class="stack">
    <p class="muted">They share an address or a number. The one that stays keeps what it has and takes what it lacks; what differs goes to its notes.</p>
    ${groups.map(({ contacts }) => html`<${Group} key=${contacts.map((each) => each.id).join()} contacts=${contacts} />`)}
  </div>`;
}

const FIELDS = [
  ["E-mail", (contact) => contact.email],
  ["Phone", (contact) => contact.phone],
  ["Notes", (contact) => contact.notes],
  ["Tags", (contact) => contact.tags.join(", ")],
  ["Added", (contact) => html`<span title=${exact(contact.createdAt)}>${day(contact.createdAt)}</span>`],
];

function Group({ contacts }) {
  const [staying, setStaying] = useState(oldest(contacts).id);
  const [left, setLeft] = useState([]);
  const name = useId();
  const kept = contacts.find((each) => each.id === staying);
  const absorbed = contacts.filter((each) => each.id !== staying && !left.includes(each.id));
  const leave = (id, isLeft) => setLeft(isLeft ? [...left, id] : left.filter((each) => each !== id));
  const merge = async () => {
    for (const each of absorbed) {
      await post(`contacts/${staying}/merge`, { absorbed: each.id });
    }
    refresh("contacts");
  };
  return html`<article class="card stack" aria-label=${`Doubles of ${kept.name}`}>
    <div class="table-scroll">
      <table class="table doubles">
        <thead>
          <tr><td></td>${contacts.map((each) => html`<th key=${each.id} scope="col"><a href=${href("contacts", each.id, { doubles: "yes" })}>${each.name}</a></th>`)}</tr>
        </thead>
        <tbody>
          ${FIELDS.map(([title, valueOf]) => html`<tr key=${title}><th scope="row">${title}</th>${contacts.map((each) => html`<td key=${each.id} class="wrap">${valueOf(each) || html`<span class="muted">–</span>`}</td>`)}</tr>`)}
          <tr><th scope="row">Stays</th>${contacts.map((each) => html`<td key=${each.id}><label class="choice"><input type="radio" name=${name} checked=${each.id === staying} onChange=${() => setStaying(each.id)} />${each.id === staying ? "stays" : "stays instead"}</label></td>`)}</tr>
          ${contacts.length > 2 && html`<tr><th scope="row">Merge</th>${contacts.map((each) => html`<td key=${each.id}>${each.id !== staying && html`<label class="choice"><input type="checkbox" checked=${!left.includes(each.id)} onChange=${(event) => leave(each.id, !event.target.checked)} />is the same</label>`}</td>`)}</tr>`}
        </tbody>
      </table>
    </div>
    <div class="actions">
      <${Act} class="primary" disabled=${absorbed.length === 0} sure=${`Yes: ${kept.name} stays, ${absorbed.length} removed`} done=${`${kept.name} stays.`} onAct=${merge}>Merge into ${kept.name}<//>
    </div>
  </article>`;
}

const oldest = (contacts) => contacts.reduce((one, other) => (other.createdAt < one.createdAt ? other : one));
