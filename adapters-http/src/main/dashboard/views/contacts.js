// The people that the person knows: found by any field, opened beside the list.
import { Failure, Empty, Loading } from "../parts/states.js";
import { go, href } from "../app/router.js";
import { html, useCallback, useEffect, useRef, useState } from "../app/html.js";
import { usePages } from "../data/pages.js";
import { AddContact } from "./contacts-form.js";
import { ContactPanel } from "./contacts-panel.js";
import { Doubles, useDoubles } from "./contacts-doubles.js";
import { Exchange } from "./contacts-exchange.js";
import { FilterField } from "../parts/filter-field.js";
import { Icon } from "../parts/icon.js";
import { Rows } from "../parts/rows.js";
import { VirtualList } from "../parts/list.js";

const KINDS = ["contact."];
const ROW_HEIGHT = 58;

/** A pause in typing that is long enough for a word to be one. */
const TYPING_MILLIS = 200;

export function Contacts({ route }) {
  const { search, tag, doubles } = route.query;
  const [isAdding, setAdding] = useState(false);
  const place = (id, changed = {}) => href("contacts", id, { search, tag, doubles, ...changed });
  const found = useDoubles();
  const list = usePages("contacts", KINDS, { query: { search, tag }, changesAnywhere: true });
  return html`
    <div class="view-head">
      <h1>Contacts</h1>
      <div class="filters">
        <${SearchField} text=${search ?? ""} onSearch=${(text) => go(place(null, { search: text, doubles: undefined }), { replace: true })} />
        <${TagField} tag=${tag ?? ""} contacts=${list.items} onChoose=${(chosen) => go(place(null, { tag: chosen, doubles: undefined }))} />
        ${(found?.length > 0 || doubles) && html`<nav class="tabs" aria-label="Doubles"><a class="button" href=${place(null, { doubles: doubles ? undefined : "yes" })} aria-current=${doubles ? "true" : undefined}>Doubles <span class="count">${found?.length ?? 0}</span></a></nav>`}
        <${Exchange} query=${{ search, tag }} />
        <button class="primary" onClick=${() => setAdding(true)}><${Icon} name="plus" />Add</button>
      </div>
    </div>
    <div class="split">
      ${doubles ? html`<${Doubles} groups=${found} />` : html`<${People} list=${list} isNarrow=${Boolean(search || tag)} chosen=${route.id} place=${place} />`}
      ${route.id && html`<${ContactPanel} key=${route.id} id=${route.id} onClose=${() => go(place(null))} />`}
    </div>
    ${isAdding && html`<${AddContact} onClose=${() => setAdding(false)} />`}
  `;
}

function SearchField({ text, onSearch }) {
  const [typed, setTyped] = useState(text);
  const timer = useRef(null);
  const asked = useRef(text);
  useEffect(() => {
    if (text !== asked.current) {
      asked.current = text;
      setTyped(text); // the address was changed by other means
    }
  }, [text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (event) => {
    const next = event.target.value;
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      asked.current = next;
      onSearch(next);
    }, TYPING_MILLIS);
  };
  return html`<input type="search" placeholder="Name, address, number, words" aria-label="Find a contact" maxlength="200" value=${typed} onInput=${type} />`;
}

/** Any tag may be written; those of the contacts that were read are offered. */
function TagField({ tag, contacts, onChoose }) {
  const known = [...new Set(contacts?.flatMap((contact) => contact.tags))].sort();
  return html`<${FilterField} class="tag-field" placeholder="Tag" aria-label="With which tag" maxlength="64" list="known-tags" value=${tag} onChoose=${onChoose} />
    <datalist id="known-tags">${known.map((each) => html`<option key=${each} value=${each}></option>`)}</datalist>`;
}

function People({ list, isNarrow, chosen, place }) {
  const more = useCallback(() => list.more(), [list.more]);
  const { items } = list;
  return html`<div>
    <${Failure} error=${list.error} />
    ${items === undefined && !list.error && html`<${Loading} rows="6" />`}
    ${items?.length === 0 && (isNarrow ? html`<${Empty} title="Nobody is like that">Look for fewer letters, or take the tag away.<//>` : html`<${Empty} title="Nobody is here yet">Add somebody, or import vCards or a table (CSV) from another address book.<//>`)}
    ${items?.length > 0 && html`<${Rows}>
      <${VirtualList} items=${items} rowHeight=${ROW_HEIGHT} keyOf=${(contact) => contact.id} onEnd=${more} label="Contacts">
        ${(contact) => html`<${ContactRow} contact=${contact} address=${place(contact.id)} isChosen=${contact.id === chosen} />`}
      <//>
    <//>`}
  </div>`;
}

function ContactRow({ contact, address, isChosen }) {
  const reached = [contact.email, contact.phone].filter(Boolean).join(" · ");
  return html`<a class="row" data-row data-chosen=${isChosen} aria-current=${isChosen ? "true" : undefined} href=${address}>
    <span class="row-main">
      <span class="clip row-title">${contact.name}</span>
      <span class="clip small muted">${reached || "no address, no number"}</span>
    </span>
    <span class="row-tags">${contact.tags.map((tag) => html`<span key=${tag} class="badge" data-tone="idle">${tag}</span>`)}</span>
  </a>`;
}
