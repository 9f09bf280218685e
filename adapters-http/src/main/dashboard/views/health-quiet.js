// When no notice wakes a session that does nothing.
import { Act, Form, SelectField, TextField } from "../parts/form.js";
import { exact } from "../data/time.js";
import { html, useState } from "../app/html.js";
import { post, remove, withQuery } from "../data/api.js";
import { refresh, useResource } from "../data/store.js";
import { Ago } from "../parts/time.js";
import { Read } from "../parts/states.js";

const LENGTHS = [["30m", "30 minutes"], ["1h", "an hour"], ["4h", "4 hours"], ["8h", "8 hours"], ["", "until I end it"]];

export function QuietTimes() {
  const times = useResource("quiet-times", ["quiet_time."], { limit: 100 });
  const [length, setLength] = useState("1h");
  const [kind, setKind] = useState("spell");
  const begin = async ({ conversation, hours }) => {
    const where = { conversationId: conversation };
    await (kind === "daily" ? post("quiet-times/daily", { ...where, hours }) : post("quiet-times/spell", length === "" ? where : { ...where, length }));
    refresh("quiet-times");
  };
  return html`<section class="card stack">
    <h2>Quiet times</h2>
    <${Read} from=${times} rows="1">
      ${({ items }) =>
        items.length === 0
          ? html`<p class="muted">Notices wake idle sessions at any time.</p>`
          : html`<ul class="lines">${items.map((each) => html`<${QuietRow} key=${`${each.conversationId} ${each.kind}`} time=${each} />`)}</ul>`}
    <//>
    <details class="why">
      <summary>Begin one</summary>
      <${Form} submit=${kind === "daily" ? "Set" : "Begin"} done="It is quiet then." onSend=${begin}>
        <div class="fields">
          <${SelectField} label="When" value=${kind} onChange=${(event) => setKind(event.target.value)} options=${[["spell", "From now on"], ["daily", "Every day"]]} />
          ${kind === "daily"
            ? html`<${TextField} key="hours" label="Hours" name="hours" placeholder="22:00-07:00" required />`
            : html`<${SelectField} key="length" label="How long" value=${length} onChange=${(event) => setLength(event.target.value)} options=${LENGTHS} />`}
        </div>
        <${TextField} label="Conversation" name="conversation" placeholder="the whole fleet" />
      <//>
    </details>
  </section>`;
}

function QuietRow({ time }) {
  const end = async () => {
    await remove(withQuery("quiet-times", { conversation: time.conversationId }));
    refresh("quiet-times");
  };
  const where = time.conversationId ?? "The whole fleet";
  return html`<li>
    <span class="wrap">${where}</span>
    <span class="small muted">${time.kind === "daily" ? `daily ${time.hours} (${time.zone})` : time.until ? html`until ${exact(time.until)}, <${Ago} at=${time.until} />` : "until it is ended"}</span>
    <${Act} class="quiet" onAct=${end} sure=${time.kind === "daily" ? "End all of these?" : undefined} done="Notices wake idle sessions again." aria-label=${`End the quiet times: ${where}`}>End<//>
  </li>`;
}
