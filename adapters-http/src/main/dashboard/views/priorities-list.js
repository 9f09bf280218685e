// The open priorities of a pool in their order, which keys and the pointer change.
import { html, useLayoutEffect, useRef, useState } from "../app/html.js";
import { useDrag } from "./priorities-drag.js";
import { useOrder } from "./priorities-order.js";
import { useShortcuts } from "../app/shortcuts.js";
import { EditRow, PriorityRow } from "./priorities-row.js";
import { Rows } from "../parts/rows.js";

const STEPS = { ArrowUp: -1, ArrowDown: 1, k: -1, j: 1 };

export function PriorityList({ items, pools, midnight, onComplete, onTarget }) {
  const list = useRef(null);
  const following = useRef(null);
  const [held, setHeld] = useState(null);
  const [edited, setEdited] = useState(null);
  const [news, setNews] = useState("");
  const order = useOrder(items);
  const { shown } = order;
  const indexOf = (id) => shown.findIndex((each) => each.id === id);
  const tellPlace = (id, index) => setNews(`${shown[indexOf(id)].content}: now ${index + 1} of ${shown.length}.`);

  // A row that moves in the page loses the focus: it gets it back.
  useLayoutEffect(() => {
    if (following.current !== null) {
      rowOf(list.current, following.current)?.focus();
      following.current = null;
    }
  });

  const step = (id, by) => {
    const index = Math.min(shown.length - 1, Math.max(0, indexOf(id) + by));
    order.place(id, index);
    following.current = id;
    tellPlace(id, index);
  };
  const letGo = (isKept) => {
    following.current = held;
    setNews(isKept ? "Put down." : "Back where it was.");
    (isKept ? order.keep : order.giveUp)(held);
    setHeld(null);
  };
  const complete = (priority) => {
    const index = indexOf(priority.id);
    following.current = (shown[index + 1] ?? shown[index - 1])?.id ?? null;
    return onComplete(priority, shown[index + 1]?.id);
  };
  const drag = useDrag(list, {
    onPlace: order.place,
    onCancel: order.giveUp,
    onTarget,
    onEnd: (id, pool) => {
      const isElsewhere = pool !== null && pool !== items[0].pool;
      isElsewhere ? order.drop(id, pool) : order.keep(id);
      isElsewhere ? setNews(`Moved to ${pool}.`) : tellPlace(id, indexOf(id));
    },
  });

  const pressHeld = (event) => {
    if (STEPS[event.key] !== undefined) {
      step(held, STEPS[event.key]);
    } else if (["Enter", " ", "m", "Escape"].includes(event.key)) {
      letGo(event.key !== "Escape");
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation(); // it moves the row, not the focus
  };
  const press = (event, priority) => {
    if (!event.target.matches("[data-row], .grip") || event.ctrlKey || event.metaKey) {
      return;
    }
    const by = event.altKey ? STEPS[event.key] : undefined;
    if (held !== null) {
      pressHeld(event);
    } else if (by !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      step(priority.id, by);
      order.keep(priority.id);
    }
  };
  const ofFocused = (act) => () => {
    const id = document.activeElement.closest(".priority")?.dataset.id;
    const priority = shown.find((each) => each.id === id);
    if (priority !== undefined) {
      act(priority);
    }
  };
  const pickUp = (priority) => {
    setHeld(priority.id);
    following.current = priority.id;
    setNews(`${priority.content} is picked up: arrows move it, Enter puts it down, Esc puts it back.`);
  };
  useShortcuts({ m: ofFocused(pickUp), c: ofFocused(complete), e: ofFocused((priority) => setEdited(priority.id)) });
  const closeEdit = (id) => {
    following.current = id;
    setEdited(null);
  };

  return html`
    <${Rows}>
      <ol ref=${list} class="priorities" data-moving=${drag.dragged !== null || held !== null} aria-label="In this order">
        ${shown.map((priority) =>
          priority.id === edited
            ? html`<${EditRow} key=${priority.id} priority=${priority} pools=${pools} onClose=${() => closeEdit(priority.id)} />`
            : html`<${PriorityRow} key=${priority.id} priority=${priority} midnight=${midnight} isHeld=${priority.id === held || priority.id === drag.dragged}
                onPress=${press} onGrab=${drag.start} onPickUp=${held === null ? pickUp : () => letGo(true)} onComplete=${complete} onEdit=${() => setEdited(priority.id)} />`,
        )}
      </ol>
    <//>
    <p class="unseen" aria-live="assertive">${news}</p>
    <p class="hint keys-line"><kbd>j</kbd> <kbd>k</kbd> walk · <kbd>Alt</kbd> <kbd>↑</kbd> <kbd>↓</kbd> move · <kbd>m</kbd> pick up · <kbd>c</kbd> complete · <kbd>e</kbd> edit · <kbd>n</kbd> add</p>
  `;
}

const rowOf = (list, id) => list.querySelector(`[data-id="${id}"] [data-row]`);
