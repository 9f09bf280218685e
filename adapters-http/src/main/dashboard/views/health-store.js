// The database file: how large it is, and what its schema waits for.
import { bytes } from "../data/amounts.js";
import { html } from "../app/html.js";
import { Ago } from "../parts/time.js";
import { Badge } from "../parts/badge.js";
import { Facts } from "../parts/facts.js";

const count = (number) => number.toLocaleString();

/**
 * @param store what /health tells of it, or undefined
 * @param database what /database tells, or undefined
 * @param copy how the continuous copy stands, undefined if there is none
 */
export function Store({ store, database, copy, checkpointAt }) {
  const schema = database?.schema;
  const size = { ...schema, ...store };
  const facts = [
    ["File", html`<code class="wrap">${store?.file ?? database.file}</code>`],
    ["Size", size.bytes !== undefined && bytes(size.bytes)],
    ["Log (WAL)", size.walBytes !== undefined && `${bytes(size.walBytes)}${store?.walFrames === undefined ? "" : `, ${count(store.walFrames)} frames, ${count(store.walFramesMoved)} moved`}`],
    ["Pages", size.pages !== undefined && `${count(size.pages)}, ${count(size.freePages)} free`],
    ["Disk free", store?.diskFreeBytes !== undefined && bytes(store.diskFreeBytes)],
    ["Schema", store?.schemaVersion ?? schema?.version],
    ["Journal", store?.journalHead !== undefined && `${count(store.journalHead)} events`],
    ["Copy", copy && html`<${Copy} copy=${copy} />`],
    ["Checkpoint", checkpointAt && html`<${Ago} at=${checkpointAt} />`],
  ];
  return html`<section class="card">
    <h2>Store</h2>
    ${database?.present === false && html`<p class="notice" data-tone="bad">There is no database file.</p>`}
    <${Facts} facts=${facts} />
  </section>`;
}

function Copy({ copy }) {
  const { folder, onSameDisk, completeTo, failingSince, failure } = copy;
  return html`<code class="wrap">${folder}</code>${" "}
    ${failingSince === undefined && html`<${Badge} word=${completeTo === undefined ? "begins" : "follows"} tone=${completeTo === undefined ? "warn" : "good"} />`}
    ${failingSince !== undefined && html`<${Badge} word="stands still" tone="bad" /> <span class="small wrap">since <${Ago} at=${failingSince} />: ${failure}</span>`}
    ${onSameDisk && html`<span class="small muted">on the disk of the database</span>`}`;
}

/** Migrations that were not applied; nothing where all were. */
export function Migrations({ schema }) {
  const { pending = [], held = [] } = schema ?? {};
  return html`
    ${pending.length > 0 && html`<section class="card migration">
      <h2>Not applied yet</h2>
      <ul class="lines">${pending.map((each) => html`<li key=${each.number}><strong>${each.number}</strong> ${each.description}</li>`)}</ul>
      <p class="small"><code>engine db migrate</code> applies them, after a backup.</p>
    </section>`}
    ${held.map((each) => html`<section class="card migration" key=${each.number}>
      <h2>Migration ${each.number} is held: ${each.description}</h2>
      <p>${each.reason}</p>
      ${each.drops.length > 0 && html`<p>It would drop ${each.drops.map(({ table, rows }, index) => html`${index > 0 && ", "}<code>${table}</code> with ${count(rows)} ${rows === 1 ? "row" : "rows"}`)}.</p>`}
      <p class="small"><code>engine db release ${each.number}</code> applies it, after a backup that undoes it.</p>
    </section>`)}
  `;
}
