// Markdown that an agent wrote, as the page may show it: structure and words, nothing that runs, loads
// or looks like a part of the page. The one place where markup is made of text that others wrote.
import DOMPurify from "dompurify";
import { Marked } from "marked";
import { html, useMemo } from "../app/html.js";

const TAGS = [
  "a", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre",
  "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
];

const RULES = {
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: ["href", "align", "start"],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:)/i,
  ADD_URI_SAFE_ATTR: ["align", "start"], // the rule for addresses would take them away
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_TRUSTED_TYPE: true, // the page's policy lets no plain text become markup
};

/** Reading takes time that grows with the square of these, so that a text could stop the page. */
const MOST_CHARACTERS = 200_000;
const MOST_MARKS_OF_A_BLOCK = 1000;

DOMPurify.addHook("afterSanitizeAttributes", (node) => {
  if (node.tagName === "A" && node.hasAttribute("href")) {
    node.setAttribute("target", "_blank");
    node.setAttribute("rel", "noopener noreferrer nofollow");
    node.setAttribute("title", node.getAttribute("href")); // a link may say one address and go to another
  }
});

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** What is not set stays to be read as it was written: a comment must not hide from who approves it. */
const marked = new Marked({
  gfm: true,
  renderer: {
    html: ({ raw }) => (/^<br\s*\/?>$/i.test(raw.trim()) ? "<br>" : escaped(raw)),
    image: ({ raw }) => escaped(raw),
  },
});

function isTame(text) {
  return text.length <= MOST_CHARACTERS && text.split(/\n\s*\n/).every((block) => (block.match(/[*_~]+/g)?.length ?? 0) <= MOST_MARKS_OF_A_BLOCK);
}

/** Markup that may be shown, or null for a text that is too intricate to be set. */
function markupOf(text) {
  try {
    return isTame(text) ? DOMPurify.sanitize(marked.parse(text, { async: false }), RULES) : null;
  } catch {
    return null; // nested so deep that the stack is full
  }
}

/** @param text markdown; images and HTML in it are shown as they were written */
export function Markdown({ text }) {
  const markup = useMemo(() => markupOf(text), [text]);
  if (markup === null) {
    return html`<div class="markdown"><p class="hint">Too intricate to be set: this is how it was written.</p><pre class="pre">${text}</pre></div>`;
  }
  return html`<div class="markdown" dangerouslySetInnerHTML=${{ __html: markup }}></div>`;
}
