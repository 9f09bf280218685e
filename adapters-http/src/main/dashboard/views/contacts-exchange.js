// Contacts from and for other programs.
import { Act } from "../parts/form.js";
import { attempt } from "../app/toasts.js";
import { href } from "../app/router.js";
import { html, useRef, useState } from "../app/html.js";
import { postOnce, text } from "../data/api.js";
import { refresh } from "../data/store.js";
import { save } from "../data/save.js";
import { Dialog } from "../parts/dialog.js";
import { Facts } from "../parts/facts.js";

const VCARD = { title: "vCard", type: "text/vcard", path: "contacts/export/vcard", name: "contacts.vcf" };
const CSV = { title: "CSV", type: "text/csv", path: "contacts/export/csv", name: "contacts.csv" };

const typeOf = (file) => (/\.(csv|tsv|txt)$/i.test(file.name) || file.type === CSV.type ? CSV.type : VCARD.type);

/** @throws Error if it is not written in UTF-8, for then names would be spoilt */
async function textOf(file) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Error(`${file.name} is not written in UTF-8: save it so in the program that it comes from.`);
  }
}

/** @param query which contacts are exported: those that are shown */
export function Exchange({ query }) {
  const chooser = useRef(null);
  const [report, setReport] = useState(null);
  const take = async () => {
    const [file] = chooser.current.files;
    chooser.current.value = ""; // so that the same file may be chosen again
    if (file !== undefined) {
      await attempt(async () => {
        setReport({ file: file.name, ...(await postOnce("contacts/import", await textOf(file), typeOf(file))) });
        refresh("contacts");
      });
    }
  };
  const give = ({ path, name, type }) => async () => save(name, await text(path, query), type);
  return html`
    <input ref=${chooser} type="file" class="unseen" tabindex="-1" accept=".vcf,.vcard,.csv,text/vcard,text/csv" aria-label="File to import" onChange=${take} />
    <button onClick=${() => chooser.current.click()} title="vCards or a table (CSV)">Import</button>
    ${[VCARD, CSV].map((format) => html`<${Act} key=${format.name} title=${`Those that are shown, as ${format.title}`} onAct=${give(format)}>Export ${format.title}<//>`)}
    ${report && html`<${Report} report=${report} onClose=${() => setReport(null)} />`}
  `;
}

function Report({ report, onClose }) {
  const { file, added, known, rejected, leftOut } = report;
  const facts = [
    ["Added", added],
    ["Known already", known.length],
    ["Rejected", rejected.length],
    ["Left out", leftOut.length > 0 && `${leftOut.join(", ")}, for which contacts have no room`],
  ];
  return html`<${Dialog} title=${`Imported ${file}`} onClose=${onClose}>
    <${Facts} facts=${facts} />
    ${rejected.length > 0 && html`<${Lines} title="Rejected" items=${rejected} show=${(each) => each.reason} />`}
    ${known.length > 0 && html`<${Lines} title="Known already" items=${known} show=${(each) => html`<a href=${href("contacts", each.contactId)} onClick=${onClose}>${each.name}</a>`} />`}
  <//>`;
}

function Lines({ title, items, show }) {
  return html`<section class="stack">
    <h3>${title}</h3>
    <ul class="lines report">${items.map((each) => html`<li key=${each.line}><span class="small muted">line ${each.line}</span><span class="wrap">${show(each)}</span></li>`)}</ul>
  </section>`;
}
