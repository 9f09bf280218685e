// The day: what was open before it began, in all pools, and what was done in it.
import { Act } from "../parts/form.js";
import { clock, exact } from "../data/time.js";
import { href } from "../app/router.js";
import { html } from "../app/html.js";
import { post } from "../data/api.js";
import { refresh, useResource } from "../data/store.js";
import { Ago } from "../parts/time.js";
import { Read } from "../parts/states.js";

const KINDS = ["priority."];
const MOST_SHOWN = 200;

const act = (id, verb, body) => async () => {
  await post(`priorities/${id}/${verb}`, body);
  refresh("priorities");
};

const countOf = ({ items, next }) => `${items.length}${next ? "+" : ""}`;

const inPool = (priority) => html`<a href=${href("priorities", null, { pool: priority.pool })}>${priority.pool}</a>`;

/** @param midnight when today began */
export function CarriedOver({ midnight, onComplete }) {
  const list = useResource("priorities", KINDS, { addedBefore: midnight, limit: MOST_SHOWN });
  return html`<section class="card stack">
    <h2>Carried over <span class="count">${list.data ? countOf(list.data) : ""}</span></h2>
    <${Read} from=${list} rows="2">
      ${({ items }) =>
        items.length === 0
          ? html`<p class="muted">Nothing is left from before today.</p>`
          : html`<ul class="day">
              ${items.map((each) => html`<li key=${each.id}>
                <span class="wrap">${each.content}</span>
                <span class="small muted">${inPool(each)}, <${Ago} at=${each.createdAt} /></span>
                <span class="row-acts">
                  <${Act} class="quiet" onAct=${act(each.id, "move", { to: "first" })} aria-label=${`To the top: ${each.content}`}>To the top<//>
                  <button class="quiet" onClick=${() => onComplete(each)} aria-label=${`Complete ${each.content}`}>Complete</button>
                </span>
              </li>`)}
            </ul>`}
    <//>
  </section>`;
}

/** @param midnight when today began */
export function DoneToday({ midnight }) {
  const list = useResource("priorities", KINDS, { doneSince: midnight, limit: MOST_SHOWN });
  return html`<section class="card stack">
    <h2>Done today <span class="count">${list.data ? countOf(list.data) : ""}</span></h2>
    <${Read} from=${list} rows="2">
      ${({ items }) =>
        items.length === 0
          ? html`<p class="muted">Nothing yet.</p>`
          : html`<ul class="day">
              ${items.map((each) => html`<li key=${each.id}>
                <span class="wrap done-text">${each.content}</span>
                <span class="small muted">${inPool(each)}, <time datetime=${each.completedAt} title=${exact(each.completedAt)}>${clock(each.completedAt)}</time></span>
                <span class="row-acts"><${Act} class="quiet" onAct=${act(each.id, "reopen")} done="It is open again." aria-label=${`Reopen ${each.content}`}>Reopen<//></span>
              </li>`)}
            </ul>`}
    <//>
  </section>`;
}
