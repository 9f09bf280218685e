// Long lists: page after page as the person scrolls, and what is new at the front as it happens.
import { useCallback, useEffect, useRef, useState } from "../app/html.js";
import { concerns, feed } from "./feed.js";
import { PagedList } from "./paged-list.js";

const NOTHING_YET = { items: undefined, next: null, error: null };

/**
 * A list that is read page by page.
 *
 * @param kinds of events that change it, as `concerns` takes them
 * @param keyOf what tells its items apart
 * @param changesAnywhere whether items come, go and change in its middle too, and not only at its
 *     front: then all that was read is read anew
 * @returns {items, error, more, isWhole}: items is undefined until the first page is there; more()
 *     reads the next one
 */
export function usePages(path, kinds, { query = {}, keyOf = (item) => item.id, changesAnywhere = false } = {}) {
  const asked = JSON.stringify([path, query]);
  const [shown, show] = useState({ asked, ...NOTHING_YET });
  const list = useRef(null);

  useEffect(() => {
    const current = new PagedList(path, query, { keyOf, changesAnywhere, onChange: (state) => show({ asked, ...state }) });
    list.current = current;
    current.refresh();
    const stop = feed.listen((event) => concerns(event, kinds) && current.refresh());
    return () => {
      stop();
      current.stop();
    };
  }, [asked]);

  const more = useCallback(() => list.current.more(), [asked]);
  const { items, next, error } = shown.asked === asked ? shown : NOTHING_YET;
  return { items, error, more, isWhole: items !== undefined && !next };
}
