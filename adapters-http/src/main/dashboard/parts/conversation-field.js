// Which conversation: any may be written, and those that there are are offered.
import { html, useId } from "../app/html.js";
import { useResource } from "../data/store.js";
import { TextField } from "./form.js";

const OFFERED = 100;

export function ConversationField({ label = "Conversation", name = "conversationId", ...rest }) {
  const id = useId();
  const { data } = useResource("conversations", ["session."], { limit: OFFERED });
  return html`
    <${TextField} label=${label} name=${name} list=${id} spellcheck="false" ...${rest} />
    <datalist id=${id}>${data?.items.map((each) => html`<option key=${each.id} value=${each.id} />`)}</datalist>
  `;
}
