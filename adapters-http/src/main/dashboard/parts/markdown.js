// Markdown that an agent wrote, as the page may show it: structure and words, nothing that runs, loads
// or looks like a part of the page. The one place where markup is made of text that others wrote.
import DOMPurify from "dompurify";
import { marked } from "marked";
import { html, useMemo } from "../app/html.js";

const TAGS = [
  "a", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre",
  "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
];

const RULES = {
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: ["href", "align", "start"],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:)/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_TRUSTED_TYPE: true, // the page's policy lets no plain text become markup
};

DOMPurify.addHook("afterSanitizeAttributes", (node) => {
  if (node.tagName === "A" && node.hasAttribute("href")) {
    node.setAttribute("target", "_blank");
    node.setAttribute("rel", "noopener noreferrer nofollow");
    node.setAttribute("title", node.getAttribute("href")); // a link may say one address and go to another
  }
});

/** @param text markdown; images and HTML in it are left out */
export function Markdown({ text }) {
  const markup = useMemo(() => DOMPurify.sanitize(marked.parse(text, { async: false, gfm: true }), RULES), [text]);
  return html`<div class="markdown" dangerouslySetInnerHTML=${{ __html: markup }}></div>`;
}
