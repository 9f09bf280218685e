// An id or the name of a conversation. Where room is short its beginning is cut: the end tells it from the others.
import { html } from "../app/html.js";

export function Id({ text }) {
  return html`<span class="id clip" title=${text}><bdi>${text}</bdi></span>`;
}
