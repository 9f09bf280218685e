// The journal as it grows: one connection for the page. It follows every change, also those that
// hooks of other processes make, and goes on behind the last event it has seen when it was cut off.
import { reportSignedOut } from "./api.js";
import { readEvents } from "./sse.js";

const FIRST_PAUSE_MILLIS = 500;
const LONGEST_PAUSE_MILLIS = 15_000;

/** The engine sends a heartbeat every 10 s; a connection that is silent for longer is dead. */
const SILENCE_MILLIS = 25_000;

const UNAUTHORIZED = 401;

/**
 * The feed of a page.
 *
 * State: `connecting` at first, `live` while it is connected, `stale` since it was cut off, `ended`
 * once the engine no longer knows the browser.
 */
export class Feed {
  #url;
  #listeners = new Set();
  #watchers = new Set();
  #lastId = null;
  #pause = FIRST_PAUSE_MILLIS;
  #connection = null;
  #silence = null;
  #retry = null;

  constructor(url = "/api/v1/events") {
    this.#url = url;
    this.state = { name: "connecting", since: Date.now() };
  }

  /** Calls `listener` with each event, or with null where events may have been missed. */
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls `watcher` whenever the state is another one. */
  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Begins to follow. */
  start() {
    this.#connect();
    addEventListener("online", () => this.retryNow());
    document.addEventListener("visibilitychange", () => !document.hidden && this.retryNow());
  }

  /** Does not wait for the next attempt if it is cut off. */
  retryNow() {
    if (this.state.name === "stale") {
      clearTimeout(this.#retry);
      this.#pause = FIRST_PAUSE_MILLIS;
      this.#connect();
    }
  }

  async #connect() {
    this.#connection?.abort();
    const connection = new AbortController();
    this.#connection = connection;
    this.#expectSigns();
    let status = 0;
    try {
      status = await readEvents(this.#url, {
        lastId: this.#lastId,
        signal: connection.signal,
        onMessage: (message) => this.#take(message),
        onSign: () => this.#sign(),
      });
    } catch {
      // Cut off, or nobody there: the next attempt says more.
    }
    if (connection === this.#connection) {
      clearTimeout(this.#silence);
      this.#cutOff(status);
    }
  }

  #sign() {
    this.#expectSigns();
    if (this.state.name === "live") {
      return;
    }
    this.#pause = FIRST_PAUSE_MILLIS;
    if (this.#lastId === null) {
      this.#tell(null); // what happened between the first reads and this connection is not in the feed
    }
    this.#become("live");
  }

  #expectSigns() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#connection?.abort(), SILENCE_MILLIS);
  }

  #take(message) {
    this.#lastId = message.id;
    if (message.event === "reset") {
      this.#tell(null); // another database, as after a restore
    } else {
      this.#tell(JSON.parse(message.data));
    }
  }

  #tell(event) {
    this.#listeners.forEach((listener) => listener(event));
  }

  #cutOff(status) {
    if (status === UNAUTHORIZED) {
      this.#become("ended");
      reportSignedOut();
      return;
    }
    if (this.state.name !== "stale") {
      this.#become("stale");
    }
    this.#retry = setTimeout(() => this.#connect(), this.#pause * (0.5 + Math.random() / 2));
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MILLIS);
  }

  #become(name) {
    this.state = { name, since: Date.now() };
    this.#watchers.forEach((watcher) => watcher(this.state));
  }
}

/** The feed of this page. */
export const feed = new Feed();
