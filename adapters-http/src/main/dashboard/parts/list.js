// A long list of rows of one height, of which only those in sight are in the page.
import { html, useEffect, useRef, useState } from "../app/html.js";

const SPARE_ROWS = 12;

/** The nearest thing around `element` that scrolls. */
export function scrollerOf(element) {
  for (let each = element.parentElement; each; each = each.parentElement) {
    if (/(auto|scroll)/.test(getComputedStyle(each).overflowY) && each.scrollHeight > each.clientHeight) {
      return each;
    }
  }
  return document.scrollingElement;
}

function rowsInSight(list, scroller, rowHeight, count) {
  const above = scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top;
  const hidden = Math.max(0, above - list.getBoundingClientRect().top);
  const first = Math.max(0, Math.floor(hidden / rowHeight) - SPARE_ROWS);
  const shown = Math.ceil(scroller.clientHeight / rowHeight) + 2 * SPARE_ROWS;
  return { first: Math.min(first, Math.max(0, count - 1)), end: Math.min(count, first + shown) };
}

/** Whether less than a screen of the list is left below what is seen. */
function isNearEnd(list, scroller) {
  const below = scroller === document.scrollingElement ? innerHeight : scroller.getBoundingClientRect().bottom;
  return list.getBoundingClientRect().bottom - below < scroller.clientHeight;
}

/**
 * @param rowHeight of each row, in pixels; the style sheet has to keep to it
 * @param children called with an item and its place, returns a row
 * @param onEnd called when the end comes near, and again as long as it stays so
 */
export function VirtualList({ items, rowHeight, keyOf, children, onEnd, label }) {
  const list = useRef(null);
  const [range, setRange] = useState({ first: 0, end: Math.min(items.length, 60) });
  const count = items.length;

  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const scroller = scrollerOf(list.current); // another one on a screen of another width
      const next = rowsInSight(list.current, scroller, rowHeight, count);
      setRange((before) => (before.first === next.first && before.end === next.end ? before : next));
      if (isNearEnd(list.current, scroller)) {
        onEnd?.();
      }
    };
    const schedule = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    addEventListener("scroll", schedule, { passive: true, capture: true });
    addEventListener("resize", schedule);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("scroll", schedule, { capture: true });
      removeEventListener("resize", schedule);
    };
  }, [count, rowHeight, onEnd]);

  const first = Math.min(range.first, count);
  const shown = items.slice(first, Math.min(Math.max(range.end, first), count));
  return html`<div ref=${list} class="virtual" role="list" aria-label=${label}>
    <svg class="virtual-space" height=${first * rowHeight} aria-hidden="true"></svg>
    ${shown.map((item, index) => html`<div role="listitem" class="virtual-row" key=${keyOf(item)} aria-setsize=${count} aria-posinset=${first + index + 1}>${children(item, first + index)}</div>`)}
    <svg class="virtual-space" height=${Math.max(0, count - first - shown.length) * rowHeight} aria-hidden="true"></svg>
  </div>`;
}
