// Backups: how old the newest is, and the acts that make one and look at the file.
import { Act } from "../parts/form.js";
import { bytes } from "../data/amounts.js";
import { html, useState } from "../app/html.js";
import { postOnce } from "../data/api.js";
import { refresh } from "../data/store.js";
import { words } from "../data/words.js";
import { Ago } from "../parts/time.js";
import { Badge } from "../parts/badge.js";
import { Facts } from "../parts/facts.js";

const SHOWN = 5;

export function Backups({ database }) {
  const [verified, setVerified] = useState(null);
  const { backups, standing } = database;
  const take = async () => {
    await postOnce("database/backups", {});
    refresh("database");
    refresh("health");
  };
  return html`<section class="card stack">
    <h2>Backups <span class="count">${backups.length}</span></h2>
    ${backups.length === 0 && html`<p class="muted">There is none yet. Take one now; the engine goes on meanwhile.</p>`}
    ${standing && html`<${Standing} standing=${standing} />`}
    ${backups.length > 0 && html`<ul class="lines">${backups.slice(0, SHOWN).map((each) => html`<${BackupRow} key=${each.file} backup=${each} />`)}</ul>`}
    ${backups.length > SHOWN && html`<p class="small muted">${backups.length - SHOWN} older ones: <code>engine db backups</code></p>`}
    <div class="actions">
      <${Act} onAct=${take} done="The backup is taken and verified.">Take a backup now<//>
      ${standing && html`<${Act} onAct=${drill} done="The newest backup is proven: it was restored on trial and answers." title="Restores the newest one on trial, aside">Try the newest<//>`}
      <${Act} class="quiet" onAct=${async () => setVerified(await postOnce("database/verify"))} title="Looks at every page and every row">Verify the database<//>
    </div>
    ${verified && html`<${Verified} found=${verified} />`}
  </section>`;
}

function BackupRow({ backup }) {
  const { name, file, takenAt, bytes: size, seal } = backup;
  return html`<li>
    <span class="wrap" title=${file}>${words(name)}</span>
    <span class="small muted"><${Ago} at=${takenAt} />, ${bytes(size)}</span>
    ${seal?.failure ? html`<${Badge} word="failed" /><span class="small wrap">${seal.failure}</span>` : seal?.provenAt && html`<${Badge} word="proven" tone="good" />`}
  </li>`;
}

async function drill() {
  await postOnce("database/drill");
  refresh("database");
}

function Standing({ standing }) {
  const { proven, trouble } = standing;
  return html`
    ${trouble && html`<p class="notice" data-tone="bad">Failing since <${Ago} at=${trouble.since} />: ${trouble.reason}</p>`}
    <${Facts} facts=${[["Proven", proven ? html`${proven.fileName}, taken <${Ago} at=${proven.takenAt} />` : "none was restored on trial yet"]]} />
  `;
}

function Verified({ found }) {
  const rows = found.tables.reduce((sum, each) => sum + each.rows, 0);
  return html`<div role="status">
    ${found.sound
      ? html`<p><${Badge} word="sound" tone="good" /> ${rows.toLocaleString()} rows in ${found.tables.length} tables, schema ${found.version}.</p>`
      : html`<p><${Badge} word="not sound" tone="bad" /> <code>engine db restore</code> puts a backup in its place.</p>
          <ul class="lines">${found.problems.map((each) => html`<li key=${each} class="wrap">${each}</li>`)}</ul>`}
  </div>`;
}
