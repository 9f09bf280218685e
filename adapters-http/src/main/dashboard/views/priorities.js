// What matters to the person, by pool and in their order; what is left from before, and what was done today.
import { attempt } from "../app/toasts.js";
import { dayKey } from "../data/time.js";
import { go, href } from "../app/router.js";
import { html, useMemo, useRef, useState } from "../app/html.js";
import { post } from "../data/api.js";
import { refresh, useResource } from "../data/store.js";
import { useNow } from "../app/now.js";
import { useShortcuts } from "../app/shortcuts.js";
import { CarriedOver, DoneToday } from "./priorities-day.js";
import { Empty, Read } from "../parts/states.js";
import { Icon } from "../parts/icon.js";
import { LEVELS } from "./priorities-row.js";
import { PriorityList } from "./priorities-list.js";

const KINDS = ["priority."];
const MAIN = "main";

/** As many as the engine gives at once: who has more in one pool does not order them by hand. */
const MOST_SHOWN = 500;

export function Priorities({ route }) {
  const current = route.query.pool ?? MAIN;
  const pools = useResource("priorities/pools", KINDS, { limit: 200 });
  const list = useResource("priorities", KINDS, { pool: current, limit: MOST_SHOWN });
  const [undo, setUndo] = useState(null);
  const [target, setTarget] = useState(null);
  const midnight = useMidnight();
  const names = poolNames(pools.data?.items, current);
  const takeBack = async () => {
    await attempt(undo.act, "It is open again.");
    setUndo(null);
  };
  const complete = (priority, follower) =>
    attempt(async () => {
      await post(`priorities/${priority.id}/complete`);
      refresh("priorities");
      setUndo({ text: priority.content, act: () => reopen(priority.id, follower) });
    });
  useShortcuts({ u: () => undo && takeBack() });
  return html`
    <div class="view-head">
      <h1>Priorities</h1>
      <${Pools} pools=${pools.data?.items} names=${names} current=${current} target=${target} />
    </div>
    <div class="board">
      <section class="stack" aria-label=${`Pool ${current}`}>
        <${AddLine} pool=${current} />
        ${undo && html`<p class="notice undo" data-tone="good" role="status"><span class="clip">Done: ${undo.text}</span><button class="quiet" onClick=${takeBack}>Undo <kbd>u</kbd></button></p>`}
        <${Read} from=${list} rows="6">
          ${({ items, next }) =>
            items.length === 0
              ? html`<${Empty} title="Nothing is open here">Write the first thing above and press Enter.<//>`
              : html`<${PriorityList} key=${current} items=${items} pools=${names} midnight=${midnight} onComplete=${complete} onTarget=${setTarget} />
                  ${next && html`<p class="muted small">Only the first ${MOST_SHOWN} are shown.</p>`}`}
        <//>
      </section>
      <div class="stack">
        <${CarriedOver} midnight=${midnight} onComplete=${complete} />
        <${DoneToday} midnight=${midnight} />
      </div>
    </div>
  `;
}

/** Back where it was: in front of the one that followed it, if that one is still there. */
async function reopen(id, follower) {
  await post(`priorities/${id}/reopen`);
  if (follower !== undefined) {
    await post(`priorities/${id}/move`, { before: follower }).catch(() => null); // at the end, then
  }
  refresh("priorities");
}

/** When today began for the person. */
function useMidnight() {
  const today = dayKey(useNow());
  return useMemo(() => new Date(`${today}T00:00`).toISOString(), [today]);
}

function poolNames(pools, current) {
  const names = new Set([MAIN, ...(pools ?? []).map((pool) => pool.name), current]);
  return [...names];
}

/** @param target the pool that something is dragged over */
function Pools({ pools, names, current, target }) {
  const [isNaming, setNaming] = useState(false);
  const counts = new Map((pools ?? []).map((pool) => [pool.name, pool.openCount]));
  const make = (event) => {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get("pool").trim();
    setNaming(false);
    if (name !== "") {
      go(href("priorities", null, { pool: name }));
    }
  };
  return html`<nav class="tabs" aria-label="Pools">
    ${names.map((name) => html`<a key=${name} class="button" data-pool=${name} data-target=${name === target} href=${href("priorities", null, { pool: name })} aria-current=${name === current ? "true" : undefined}>
      <span class="clip">${name}</span> <span class="count">${counts.get(name) ?? 0}</span>
    </a>`)}
    ${isNaming
      ? html`<form class="inline" onSubmit=${make}><${NameField} onLeave=${() => setNaming(false)} /><button>Open</button></form>`
      : html`<button class="quiet" onClick=${() => setNaming(true)}><${Icon} name="plus" />New pool</button>`}
  </nav>`;
}

function NameField({ onLeave }) {
  const press = (event) => event.key === "Escape" && onLeave();
  return html`<input type="text" name="pool" aria-label="Name of the new pool" placeholder="Name" required maxlength="64" autocomplete="off" autofocus ref=${focusOnce} onKeyDown=${press} />`;
}

/** One function for all renders, so that it is called when the field comes and not again. */
const focusOnce = (field) => field?.focus();

function AddLine({ pool }) {
  const field = useRef(null);
  const [level, setLevel] = useState("medium");
  const add = async (event) => {
    event.preventDefault();
    const content = field.current.value.trim();
    if (content === "") {
      return;
    }
    field.current.value = "";
    const isAdded = await attempt(() => post("priorities", { content, level, pool }));
    if (isAdded) {
      refresh("priorities");
    } else if (field.current?.value === "") {
      field.current.value = content; // not lost, unless the next one is being written already
    }
  };
  useShortcuts({ n: () => field.current.focus() });
  return html`<form class="add-line" onSubmit=${add}>
    <input ref=${field} type="text" aria-label=${`Add to ${pool}`} placeholder=${`Add to ${pool}, then Enter`} maxlength="2000" autocomplete="off" />
    <select aria-label="Level of what is added" value=${level} onChange=${(event) => setLevel(event.target.value)}>
      ${LEVELS.map((each) => html`<option key=${each} value=${each} selected=${each === level}>${each}</option>`)}
    </select>
    <button><${Icon} name="plus" />Add</button>
  </form>`;
}
