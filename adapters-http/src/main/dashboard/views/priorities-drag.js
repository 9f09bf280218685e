// Moving a row with mouse, pen or finger. By pointer events: the browser's own drag and drop knows no fingers.
import { scrollerOf } from "../parts/list.js";
import { useEffect, useRef, useState } from "../app/html.js";

const EDGE = 72;
const STEP = 14;

/** How many of the other rows stand above a height. */
function indexAt(list, id, y) {
  const others = [...list.querySelectorAll("[data-id]")].filter((row) => row.dataset.id !== id);
  return others.filter((row) => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2 < y;
  }).length;
}

const poolAt = (x, y) => document.elementFromPoint(x, y)?.closest("[data-pool]")?.dataset.pool ?? null;

function scrollAtEdge(list, y) {
  const by = y < EDGE ? -STEP : y > innerHeight - EDGE ? STEP : 0;
  scrollerOf(list).scrollBy(0, by);
}

/**
 * @param list a ref of what the rows, with their data-id, stand in
 * @param acts {onPlace(id, index), onEnd(id, pool or null), onCancel(), onTarget(pool or null)}
 * @returns {dragged, start}: the id of what is dragged, or null; start(event, id) begins
 */
export function useDrag(list, acts) {
  const [dragged, setDragged] = useState(null);
  const current = useRef(acts);
  current.current = acts;

  const start = (event, id) => {
    if (event.button === 0) {
      event.preventDefault(); // or it marks text
      setDragged(id);
    }
  };

  useEffect(() => {
    if (dragged === null) {
      return undefined;
    }
    let hasMoved = false;
    const finish = (work) => {
      setDragged(null);
      current.current.onTarget(null);
      work();
    };
    const move = (event) => {
      const pool = poolAt(event.clientX, event.clientY);
      hasMoved = true;
      current.current.onTarget(pool);
      if (pool === null) {
        current.current.onPlace(dragged, indexAt(list.current, dragged, event.clientY));
        scrollAtEdge(list.current, event.clientY);
      }
    };
    const end = (event) => {
      const pool = poolAt(event.clientX, event.clientY);
      finish(() => (hasMoved ? current.current.onEnd(dragged, pool) : current.current.onCancel()));
    };
    const cancel = () => finish(() => current.current.onCancel());
    const press = (event) => event.key === "Escape" && (event.preventDefault(), cancel());
    const listeners = { pointermove: move, pointerup: end, pointercancel: cancel, keydown: press };
    Object.entries(listeners).forEach(([name, listener]) => addEventListener(name, listener));
    return () => Object.entries(listeners).forEach(([name, listener]) => removeEventListener(name, listener));
  }, [dragged]);

  return { dragged, start };
}
