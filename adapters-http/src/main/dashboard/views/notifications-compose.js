// A message to a conversation.
import { Form, SelectField, TextField } from "../parts/form.js";
import { go, href } from "../app/router.js";
import { html } from "../app/html.js";
import { post } from "../data/api.js";
import { ConversationField } from "../parts/conversation-field.js";
import { Dialog } from "../parts/dialog.js";

const URGENCIES = ["low", "normal", "high", "critical"];

export function ComposeDialog({ conversation, onClose }) {
  const send = async (values) => {
    const queued = await post("notifications", values);
    go(href("notifications", queued.id));
  };
  return html`<${Dialog} title="Tell a conversation" onClose=${onClose}>
    <${Form} submit="Leave the message" onSend=${send} done="Its next session is told." onDone=${onClose} onCancel=${onClose}>
      <div class="fields">
        <${ConversationField} label="Conversation" value=${conversation ?? ""} required hint="No session need live in it now." />
        <${SelectField} label="Urgency" name="urgency" value="normal" options=${URGENCIES} />
      </div>
      <${TextField} label="Message" name="text" rows="6" required maxlength="100000" hint="Its first line becomes the title." />
    <//>
  <//>`;
}
