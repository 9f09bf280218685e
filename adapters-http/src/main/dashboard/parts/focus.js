// Where the focus goes when what has it leaves the page. By itself it would be on nothing then: keys would begin
// at the top again, and a screen reader would lose its place.
import { useLayoutEffect, useRef, useState } from "../app/html.js";

/** Focuses the first of `heirs` that is left once the page is drawn anew, unless something else has the focus then. */
function handOn(heirs) {
  queueMicrotask(() => {
    if (document.activeElement === document.body) {
      heirs.find((each) => each?.isConnected)?.focus();
    }
  });
}

/**
 * Hands the focus on when the element of the returned reference leaves with it.
 *
 * @param heirsOf called with that element, as it goes: who may have the focus then, the best first
 */
export function useHeirs(heirsOf) {
  const ref = useRef(null);
  useLayoutEffect(() => {
    const element = ref.current;
    return () => {
      if (element.contains(document.activeElement)) {
        handOn([...heirsOf(element), document.getElementById("main")]);
      }
    };
  }, []);
  return ref;
}

/** As useHeirs: the first heir is what had the focus when it came. */
export function useGiveBack(heirsOf) {
  const [opener] = useState(() => document.activeElement);
  return useHeirs((element) => [opener === document.body ? null : opener, ...heirsOf(element)]);
}
