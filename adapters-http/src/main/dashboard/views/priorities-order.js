// The order of a list while the person changes it: at once on the page, then in the engine.
import { attempt } from "../app/toasts.js";
import { post } from "../data/api.js";
import { refresh } from "../data/store.js";
import { useEffect, useRef, useState } from "../app/html.js";

function moved(ids, id, index) {
  const others = ids.filter((each) => each !== id);
  return [...others.slice(0, index), id, ...others.slice(index)];
}

/**
 * @param items in the engine's order
 * @returns {shown, place, keep, drop, giveUp}: place(id, index) shows it elsewhere; keep(id) tells the
 *     engine where it stands now; drop(id, pool) puts it in another pool; giveUp() goes back to the
 *     engine's order
 */
export function useOrder(items) {
  const [ids, setIds] = useState(null);
  const latest = useRef(null); // what the person does faster than the page is drawn
  const queue = useRef(Promise.resolve());
  const waitingCount = useRef(0);
  const isHeld = useRef(false);
  const show = (next) => {
    latest.current = next;
    setIds(next);
  };

  useEffect(() => {
    if (waitingCount.current === 0 && !isHeld.current) {
      show(null); // the engine has it all
    }
  }, [items]);

  const shown = ordered(items, ids);
  const now = () => ordered(items, latest.current).map((item) => item.id);

  const place = (id, index) => {
    isHeld.current = true;
    show(moved(now(), id, index));
  };
  /** One after the other: the next move is meant from where the last one led. */
  const tell = (work) => {
    isHeld.current = false;
    waitingCount.current += 1;
    queue.current = queue.current.then(async () => {
      const isDone = await attempt(work);
      waitingCount.current -= 1;
      if (!isDone) {
        show(null);
      }
      if (waitingCount.current === 0) {
        refresh("priorities");
      }
    });
  };
  const keep = (id) => {
    const order = now();
    const follower = order[order.indexOf(id) + 1];
    tell(() => post(`priorities/${id}/move`, follower === undefined ? { to: "last" } : { before: follower }));
  };
  const drop = (id, pool) => tell(() => post(`priorities/${id}/move`, { pool }));
  const giveUp = () => {
    isHeld.current = false;
    show(null);
  };
  return { shown, place, keep, drop, giveUp };
}

/** What came meanwhile stands last; what went is gone. */
function ordered(items, ids) {
  if (ids === null) {
    return items;
  }
  const byId = new Map(items.map((item) => [item.id, item]));
  const known = new Set(ids);
  return [...ids.filter((id) => byId.has(id)).map((id) => byId.get(id)), ...items.filter((item) => !known.has(item.id))];
}
