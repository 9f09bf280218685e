// A long list as it is read: one answer is waited for at a time, so that none that is older takes the place
// of a newer one, and a list that is shown no more changes nothing.
import { get } from "./api.js";

const ROWS = 100;

/** What was read before is read again by fewer, larger pages. */
const ROWS_AGAIN = 500;
const GAP_MILLIS = 250;

export class PagedList {
  #path;
  #query;
  #keyOf;
  #changesAnywhere;
  #onChange;
  #items = undefined;
  #next = null;
  /** How far the person has come; what is new at the front pushes no more than that out of sight. */
  #wanted = ROWS;
  /** Where the list can be cut: the cursor behind an item, by its key. */
  #cursors = new Map();
  #isReading = false;
  #isOutdated = false;
  #isMoreWanted = false;
  #isStopped = false;
  #readAt = 0;
  #gap = GAP_MILLIS;
  #timer = null;

  /** @param onChange called with {items, next, error}; next is null if nothing follows */
  constructor(path, query, { keyOf, changesAnywhere, onChange }) {
    this.#path = path;
    this.#query = query;
    this.#keyOf = keyOf;
    this.#changesAnywhere = changesAnywhere;
    this.#onChange = onChange;
  }

  /** Reads what is new: at once, or as soon as the last reading is old enough. */
  refresh() {
    this.#isOutdated = true;
    if (this.#isReading || this.#timer !== null || this.#isStopped) {
      return;
    }
    const wait = Math.max(0, this.#readAt + this.#gap - Date.now());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#read();
    }, wait);
  }

  /** Reads the next page, if there is one. */
  more() {
    if (this.#next !== null) {
      this.#isMoreWanted = true;
      this.#read();
    }
  }

  /** Reads nothing any more, and tells of nothing that still comes. */
  stop() {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #read() {
    if (this.#isReading || this.#isStopped) {
      return;
    }
    this.#isReading = true;
    let error = null;
    try {
      await (this.#isMoreWanted ? this.#readMore() : this.#readFront());
    } catch (failure) {
      error = failure;
    }
    this.#isReading = false;
    if (this.#isStopped) {
      return;
    }
    this.#onChange({ items: this.#items, next: this.#next, error });
    if (this.#isMoreWanted) {
      this.#read();
    } else if (this.#isOutdated) {
      this.refresh();
    }
  }

  async #readMore() {
    this.#isMoreWanted = false;
    if (this.#next === null) {
      return; // the front was read meanwhile, and is all there is
    }
    const page = await get(this.#path, { ...this.#query, limit: ROWS, after: this.#next });
    const known = new Set(this.#items.map(this.#keyOf));
    this.#take([...this.#items, ...page.items.filter((item) => !known.has(this.#keyOf(item)))], page);
    this.#wanted = Math.max(this.#wanted, this.#items.length);
  }

  async #readFront() {
    this.#isOutdated = false;
    this.#readAt = Date.now();
    if (this.#changesAnywhere) {
      const page = await this.#asFarAs(Math.max(ROWS, this.#items?.length ?? 0));
      this.#take(page.items, page);
    } else {
      this.#join(await get(this.#path, { ...this.#query, limit: ROWS }));
    }
    this.#gap = Math.max(GAP_MILLIS, Date.now() - this.#readAt); // the engine has time for others too
    this.#readAt = Date.now();
  }

  /** The first `count` items, as one page. */
  async #asFarAs(count) {
    const page = { items: [], next: undefined };
    do {
      const limit = Math.min(ROWS_AGAIN, count - page.items.length);
      const { items, next } = await get(this.#path, { ...this.#query, limit, after: page.next });
      page.items.push(...items);
      page.next = next;
    } while (page.next !== undefined && page.items.length < count && !this.#isStopped);
    return page;
  }

  /** `items` are all there are now, the last of them those of `page`. */
  #take(items, page) {
    this.#items = items;
    this.#next = page.next ?? null;
    this.#note(page);
  }

  #note(page) {
    if (page.next !== undefined && !this.#changesAnywhere) {
      this.#cursors.set(this.#keyOf(page.items.at(-1)), page.next);
    }
  }

  /** The newest page in front of what was read before it, or instead of it where they do not meet. */
  #join(page) {
    const keys = new Set(page.items.map(this.#keyOf));
    const meets = this.#items?.findLastIndex((item) => keys.has(this.#keyOf(item))) ?? -1;
    const older = meets < 0 || page.next === undefined ? [] : this.#items.slice(meets + 1);
    if (older.length === 0) {
      this.#cursors.clear();
      this.#wanted = ROWS;
      this.#take(page.items, page);
    } else {
      this.#items = [...page.items, ...older];
      this.#note(page);
      this.#cut();
    }
  }

  /** Lets go of what lies behind the place to which the person came, so that a page left open stays small. */
  #cut() {
    const end = this.#items.findIndex((item, index) => index >= this.#wanted - 1 && this.#cursors.has(this.#keyOf(item)));
    if (end < 0 || end === this.#items.length - 1) {
      return;
    }
    for (const item of this.#items.slice(end + 1)) {
      this.#cursors.delete(this.#keyOf(item));
    }
    this.#items = this.#items.slice(0, end + 1);
    this.#next = this.#cursors.get(this.#keyOf(this.#items[end]));
  }
}
