// What a staged item says, by its kind. An agent wrote it: it is shown, never run and never fetched.
import { html, useEffect, useState } from "../app/html.js";
import { indented } from "../data/json.js";
import { save } from "../data/save.js";
import { text } from "../data/api.js";
import { Markdown } from "../parts/markdown.js";
import { Read } from "../parts/states.js";

/** What turns the direction of writing or has no width: a text can look like another one by them. */
const UNSEEN = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/u;

/** The text of an item; it never changes, so it is read once. */
function useBody(id) {
  const [body, setBody] = useState({ data: undefined, error: null });
  useEffect(() => {
    let isWanted = true;
    const show = (value) => isWanted && setBody(value);
    text(`staged-content/${id}/body`).then(
      (data) => show({ data, error: null }),
      (error) => show({ data: undefined, error }),
    );
    return () => {
      isWanted = false;
    };
  }, [id]);
  return body;
}

const SHOWN = {
  markdown: ({ body }) => html`<${Markdown} text=${body} /><${AsWritten} body=${body} />`,
  link: ({ body }) => html`<${Address} address=${body.trim()} />`,
  file: ({ body }) => html`<pre class="source pre" tabindex="0">${body}</pre>`,
  json: ({ body }) => html`<${Json} body=${body} />`,
};

export function Body({ item }) {
  const body = useBody(item.id);
  return html`<section class="staged-body" aria-label="What it says">
    <${Read} from=${body} rows="3">
      ${(found) => html`
        ${UNSEEN.test(found) && html`<p class="notice" data-tone="warn">It has characters that are not seen or turn the direction of writing. Save it and look at it with care.</p>`}
        <${SHOWN[item.kind]} body=${found} />
        <div class="actions"><button class="quiet" onClick=${() => save(nameOf(item), found)}>Save as a file</button></div>
      `}
    <//>
  </section>`;
}

const ENDINGS = { markdown: "md", json: "json", link: "txt", file: "txt" };
const nameOf = (item) => item.sourcePath?.split("/").at(-1) || `staged-${item.id}.${ENDINGS[item.kind]}`;

function AsWritten({ body }) {
  const [isOpen, setOpen] = useState(false);
  return html`<details class="why" onToggle=${(event) => setOpen(event.currentTarget.open)}>
    <summary>As it was written</summary>
    ${isOpen && html`<pre class="source pre" tabindex="0">${body}</pre>`}
  </details>`;
}

function Json({ body }) {
  let shown = body;
  try {
    shown = indented(body);
  } catch {
    // It was JSON to whoever staged it; shown as it is.
  }
  return html`<pre class="source pre" tabindex="0">${shown}</pre>`;
}

/** The address whole, and by itself the place that it leads to: what stands before @ is not that. */
function Address({ address }) {
  const target = URL.canParse(address) ? new URL(address) : null;
  const isWeb = target?.protocol === "https:" || target?.protocol === "http:";
  return html`
    <p><code class="wrap">${address}</code></p>
    ${isWeb
      ? html`<p class="actions"><a class="button" href=${target.href} target="_blank" rel="noopener noreferrer">Open ${target.host}</a></p>`
      : html`<p class="muted">It is no address of the web, so there is nothing to open.</p>`}
  `;
}
