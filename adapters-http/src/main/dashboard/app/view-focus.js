// The focus of who goes to another view by keys, or by a link that goes with the view it was in.
import { useEffect, useRef } from "./html.js";

/** Another view takes the focus, unless something in it has it already; the first one leaves it where the browser begins. */
export function useFocusOfView(main, name) {
  const shown = useRef(name);
  useEffect(() => {
    if (shown.current !== name && !main.current.contains(document.activeElement)) {
      main.current.focus({ preventScroll: true });
    }
    shown.current = name;
  }, [name]);
}

const PAGES = { PageDown: 0.9, PageUp: -0.9 };

/** Pages in a list that scrolls by itself while the whole view has the focus; by itself the browser would not. */
export function scrollList(event) {
  const list = event.currentTarget.querySelector(":scope > .split > :not(.panel)");
  const by = PAGES[event.key];
  if (by && event.target === event.currentTarget && list?.scrollHeight > list?.clientHeight) {
    event.preventDefault();
    list.scrollBy(0, by * list.clientHeight);
  }
}
