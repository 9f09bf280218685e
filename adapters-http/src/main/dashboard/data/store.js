// What the page knows: each path of the API once, however many parts show it, read anew when the
// journal tells of a change that concerns it.
import { useEffect, useMemo, useState } from "../app/html.js";
import { get, withQuery } from "./api.js";
import { concerns, feed } from "./feed.js";

/** A burst of events leads to one reading at its beginning and one at its end. */
const GAP_MILLIS = 250;

/** How long something is kept that nothing shows any more, so that going back shows it at once. */
const KEPT_MILLIS = 60_000;

const entries = new Map();

class Entry {
  #path;
  #kinds;
  #watchers = new Set();
  #reading = false;
  #isOutdated = false;
  #readAt = 0;
  #timer = null;
  #expiry = null;

  constructor(path, kinds) {
    this.#path = path;
    this.#kinds = kinds;
    this.value = { data: undefined, error: null };
  }

  watch(watcher) {
    clearTimeout(this.#expiry);
    if (this.#watchers.size === 0) {
      this.refresh();
    }
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size === 0) {
        this.#expiry = setTimeout(() => entries.delete(this.#path), KEPT_MILLIS);
      }
    };
  }

  concerns(event) {
    return concerns(event, this.#kinds);
  }

  /** Reads it: at once, or as soon as the last reading is old enough. */
  refresh() {
    if (this.#reading) {
      this.#isOutdated = true;
      return;
    }
    if (this.#timer === null) {
      const wait = Math.max(0, this.#readAt + GAP_MILLIS - Date.now());
      this.#timer = setTimeout(() => this.#read(), wait);
    }
  }

  /** As refresh, unless nobody looks: whoever looks again reads it anyway. */
  invalidate() {
    if (this.#watchers.size > 0) {
      this.refresh();
    }
  }

  async #read() {
    this.#timer = null;
    this.#reading = true;
    this.#readAt = Date.now();
    try {
      this.value = { data: await get(this.#path), error: null };
    } catch (error) {
      this.value = { data: this.value.data, error };
    }
    this.#reading = false;
    this.#watchers.forEach((watcher) => watcher(this.value));
    if (this.#isOutdated) {
      this.#isOutdated = false;
      this.refresh();
    }
  }
}

feed.listen((event) => {
  for (const entry of entries.values()) {
    if (entry.concerns(event)) {
      entry.invalidate();
    }
  }
});

function entry(path, kinds) {
  if (!entries.has(path)) {
    entries.set(path, new Entry(path, kinds));
  }
  return entries.get(path);
}

/**
 * What is at a path of the API, kept up to date.
 *
 * @param path null for nothing yet
 * @param kinds of events that change it, as `concerns` takes them
 * @returns {data, error}: data is undefined until it was read once, and is kept when a later reading
 *     fails
 */
export function useResource(path, kinds, query) {
  const address = path === null ? null : withQuery(path, query);
  const found = useMemo(() => (address === null ? null : entry(address, kinds)), [address]);
  const [, show] = useState(null);
  useEffect(() => found?.watch(show), [found]);
  return found?.value ?? { data: undefined, error: null };
}

/** Reads everything anew whose path begins so: after an act of one's own, without waiting for the feed. */
export function refresh(prefix) {
  for (const [path, each] of entries) {
    if (path.startsWith(prefix)) {
      each.invalidate();
    }
  }
}
