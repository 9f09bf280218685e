// The journal as it grows, by one connection for all tabs of the browser: it allows six to one host, and with
// one for each tab some tabs would leave none to read by. One tab leads and passes on what comes; when it is
// closed, another one goes on behind the last event.
import { onAccess, reportSignedIn, reportSignedOut } from "./api.js";
import { Lead } from "./lead.js";
import { Silence, SILENCE_MILLIS } from "./patience.js";
import { Stream } from "./stream.js";

const NAME = "engine.events";

/** A tab that leads says more often than this that it is there, whatever the engine does. */
const PATIENCE_MILLIS = SILENCE_MILLIS + 5000;

/** It answers a tab that asks sooner. */
const ANSWER_MILLIS = 5000;

/**
 * The feed of a page.
 *
 * State: `connecting` at first, `live` while the engine is followed, `stale` since that was cut off,
 * `ended` once the engine no longer knows the browser.
 */
export class Feed {
  #url;
  #listeners = new Set();
  #watchers = new Set();
  #lastId = null;
  #stream = null;
  #lead = null;
  #channel = null;
  #silence = new Silence(() => this.#missSigns());

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
    if ("locks" in navigator && "BroadcastChannel" in globalThis) {
      this.#channel = new BroadcastChannel(NAME);
      this.#channel.onmessage = ({ data }) => this.#hear(data);
      this.#lead = new Lead(NAME, { onLead: () => this.#begin(), onLost: () => this.#stop() });
      this.#lead.wait();
      this.#ask();
    } else {
      this.#begin();
    }
    addEventListener("online", () => this.retryNow());
    document.addEventListener("visibilitychange", () => !document.hidden && this.retryNow());
    onAccess((isSignedOut) => (isSignedOut ? this.#verify() : this.#tell(null))); // what was refused is read again
  }

  /** Does not wait for the next attempt if it is cut off. */
  retryNow() {
    if (this.state.name === "live") {
      return;
    }
    if (this.#stream === null) {
      this.#ask();
    } else if (this.state.name !== "connecting") {
      this.#stream.retryNow();
    }
  }

  /** A connection may outlive the right to make one: when a read is refused, it is made anew. */
  #verify() {
    if (this.state.name !== "ended") {
      this.#become("ended");
      this.#stream === null ? this.#ask({ isRefused: true }) : this.#stream.retryNow();
    }
  }

  /** Follows for all tabs, behind what this one has seen. */
  #begin() {
    this.#silence.end();
    this.#stream ??= new Stream(this.#url, {
      lastId: this.#lastId,
      onMessage: (message) => this.#pass({ message, previous: this.#lastId }),
      onState: (name) => this.#change(name),
    });
    this.#stream.connect();
  }

  #stop() {
    this.#stream.stop();
    this.#stream = null;
    this.#silence.expectSigns(PATIENCE_MILLIS);
  }

  /** Tells all tabs, this one too. */
  #pass(news) {
    this.#channel?.postMessage(news);
    this.#take(news);
  }

  #change(name) {
    if (name === "trying") {
      this.#passState();
      return;
    }
    // What happened between the first reads and the first connection is not in the feed.
    const isMissed = name === "live" && this.state.name !== "live" && this.#lastId === null;
    this.#become(name);
    this.#passState();
    if (isMissed) {
      this.#pass({ isMissed });
    }
  }

  #passState() {
    this.#channel?.postMessage({ state: this.state, lastId: this.#lastId });
  }

  /** Asks the tab that leads how things stand, and to try again if it is cut off. */
  #ask({ isRefused = false } = {}) {
    this.#channel.postMessage({ isQuestion: true, isRefused });
    this.#silence.expectSigns(ANSWER_MILLIS);
  }

  /** What another tab says. */
  #hear(news) {
    if (news.isQuestion) {
      if (this.#stream !== null) {
        news.isRefused ? this.#verify() : this.retryNow();
        this.#passState();
      }
      return;
    }
    if (this.#stream === null) { // else it is of a tab that does not know yet that it leads no more
      this.#silence.expectSigns(PATIENCE_MILLIS);
      this.#take(news);
      if (this.state.name === "ended") {
        this.#silence.end(); // nothing more is said until the browser is let in again
      }
    }
  }

  /** The tab that leads stands still, as the browser has those do that nobody sees for long. */
  #missSigns() {
    if (this.#stream !== null) {
      return;
    }
    if (this.state.name === "live") {
      this.#become("stale");
    }
    if (!document.hidden) {
      this.#lead.take();
    }
  }

  /** @param news {message, previous}, {isMissed} or {state, lastId} */
  #take({ message, previous, isMissed, state, lastId }) {
    if (message !== undefined) {
      this.#takeMessage(message, previous);
    } else if (isMissed) {
      this.#tell(null);
    } else if (state.name !== "connecting") {
      this.#join(state, lastId);
    }
  }

  #takeMessage({ id, event, data }, previous) {
    if (event === "reset") {
      this.#lastId = id;
      this.#tell(null); // another database, as after a restore
      return;
    }
    if (this.#lastId !== null && Number(id) <= Number(this.#lastId)) {
      return; // a tab that began to lead had not seen it, but this one has
    }
    const isGap = this.#lastId !== null && previous !== null && Number(previous) > Number(this.#lastId);
    this.#lastId = id;
    this.#tell(isGap ? null : JSON.parse(data));
  }

  /** Takes over how things stand with the tab that leads. */
  #join(state, lastId) {
    const isFirst = state.name === "live" && this.state.name === "connecting";
    const isBehind = lastId !== null && (this.#lastId === null || Number(lastId) > Number(this.#lastId));
    if (isFirst || isBehind) {
      this.#lastId = isBehind ? lastId : this.#lastId;
      this.#tell(null);
    }
    if (state.name !== this.state.name) {
      this.#become(state.name, state.since);
    }
  }

  #tell(event) {
    this.#listeners.forEach((listener) => listener(event));
  }

  #become(name, since = Date.now()) {
    if (name === this.state.name) {
      return;
    }
    this.state = { name, since };
    this.#watchers.forEach((watcher) => watcher(this.state));
    if (name === "ended") {
      reportSignedOut();
    } else if (name === "live") {
      reportSignedIn();
    }
  }
}

/** The feed of this page. */
export const feed = new Feed();

/**
 * Whether what a listener hears changes something.
 *
 * @param event null where events may have been missed: then anything may have changed
 * @param kinds prefixes of the kinds of events that change it, such as "worker."; or what says of an
 *     event whether it does
 */
export function concerns(event, kinds) {
  if (event === null) {
    return true;
  }
  return typeof kinds === "function" ? kinds(event) : kinds.some((kind) => event.kind.startsWith(kind));
}
