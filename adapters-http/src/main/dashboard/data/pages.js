// Long lists: page after page as the person scrolls, and what is new at the front as it happens.
import { useCallback, useEffect, useRef, useState } from "../app/html.js";
import { get } from "./api.js";
import { feed } from "./feed.js";

const ROWS = 100;

/** What was read before is read again by fewer, larger pages. */
const ROWS_AGAIN = 500;
const GAP_MILLIS = 250;

/**
 * A list that is read page by page.
 *
 * @param kinds prefixes of the kinds of events that change it
 * @param keyOf what tells its items apart
 * @param changesAnywhere whether items come, go and change in its middle too, and not only at its
 *     front: then all that was read is read anew
 * @returns {items, error, more, isWhole}: items is undefined until the first page is there; more()
 *     reads the next one
 */
export function usePages(path, kinds, { query = {}, keyOf = (item) => item.id, changesAnywhere = false } = {}) {
  const asked = JSON.stringify([path, query]);
  const [list, setList] = useState({ asked, items: undefined, next: null, error: null });
  const state = useRef(list);
  const update = (next) => {
    state.current = next;
    setList(next);
  };

  const front = useCallback(async () => {
    try {
      const before = state.current;
      const isAgain = changesAnywhere && before.asked === asked && before.items?.length > ROWS;
      const page = isAgain ? await asFarAs(before.items.length, path, query) : await get(path, { ...query, limit: ROWS });
      update(changesAnywhere ? { asked, items: page.items, next: page.next ?? null, error: null } : joined(state.current, page, asked, keyOf));
    } catch (error) {
      update({ ...state.current, asked, error });
    }
  }, [asked]);

  const more = useCallback(async () => {
    const { next, isReading } = state.current;
    if (!next || isReading) {
      return;
    }
    state.current = { ...state.current, isReading: true };
    try {
      const page = await get(path, { ...query, limit: ROWS, after: next });
      const known = new Set(state.current.items.map(keyOf));
      const added = page.items.filter((item) => !known.has(keyOf(item)));
      update({ ...state.current, items: [...state.current.items, ...added], next: page.next ?? null, isReading: false });
    } catch (error) {
      update({ ...state.current, error, isReading: false });
    }
  }, [asked]);

  useEffect(() => {
    state.current = { asked, items: undefined, next: null, error: null };
    const whenChanged = paced(front);
    whenChanged();
    const stop = feed.listen((event) => {
      if (event === null || kinds.some((kind) => event.kind.startsWith(kind))) {
        whenChanged();
      }
    });
    return () => {
      stop();
      whenChanged.cancel();
    };
  }, [asked]);

  const shown = list.asked === asked ? list : { items: undefined, next: null, error: null };
  return { items: shown.items, error: shown.error, more, isWhole: shown.items !== undefined && !shown.next };
}

/** At least the first `count` items, as one page. */
async function asFarAs(count, path, query) {
  const page = { items: [], next: undefined };
  do {
    const { items, next } = await get(path, { ...query, limit: ROWS_AGAIN, after: page.next });
    page.items.push(...items);
    page.next = next;
  } while (page.next !== undefined && page.items.length < count);
  return page;
}

/** The newest page in front of what was read before it, or instead of it where they do not meet. */
function joined(before, page, asked, keyOf) {
  const fresh = { asked, items: page.items, next: page.next ?? null, error: null };
  if (before.asked !== asked || before.items === undefined || page.next === undefined) {
    return fresh;
  }
  const keys = new Set(page.items.map(keyOf));
  const meets = before.items.findLastIndex((item) => keys.has(keyOf(item)));
  const older = meets < 0 ? [] : before.items.slice(meets + 1);
  return older.length === 0 ? fresh : { ...fresh, items: [...page.items, ...older], next: before.next };
}

/** `work`, at most every GAP_MILLIS, and once more after the last call. */
function paced(work) {
  let timer = null;
  let last = 0;
  const call = () => {
    if (timer === null) {
      timer = setTimeout(
        () => {
          timer = null;
          last = Date.now();
          work();
        },
        Math.max(0, last + GAP_MILLIS - Date.now()),
      );
    }
  };
  call.cancel = () => clearTimeout(timer);
  return call;
}
