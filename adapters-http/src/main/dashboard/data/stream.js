// A connection that follows the journal: every change, also those that hooks of other processes make. It goes
// on behind the last event it has seen when it was cut off.
import { Backoff, Silence } from "./patience.js";
import { readEvents } from "./sse.js";
import { UNAUTHORIZED } from "./api.js";

export class Stream {
  #url;
  #lastId;
  #onMessage;
  #onState;
  #backoff = new Backoff();
  #connection = null;
  #silence = new Silence(() => this.#connection?.abort());
  #retry = null;
  #isStopped = false;

  /**
   * @param lastId behind which event it begins; null for whatever comes from now on
   * @param onMessage called with {id, event, data} for each
   * @param onState called with `live` whenever the engine shows that it is there, `trying` at each
   *     attempt to reach it, `stale` when it was cut off, and `ended` when the engine does not know
   *     the browser any more
   */
  constructor(url, { lastId, onMessage, onState }) {
    this.#url = url;
    this.#lastId = lastId;
    this.#onMessage = onMessage;
    this.#onState = onState;
  }

  /** Begins to follow, or tries again at once if it was cut off. */
  async connect() {
    clearTimeout(this.#retry);
    this.#connection?.abort();
    const connection = new AbortController();
    this.#connection = connection;
    this.#silence.expectSigns();
    this.#onState("trying");
    let status = 0;
    try {
      status = await readEvents(this.#url, {
        lastId: this.#lastId,
        signal: connection.signal,
        onMessage: (message) => connection === this.#connection && this.#take(message),
        onSign: () => connection === this.#connection && this.#sign(),
      });
    } catch {
      // Cut off, or nobody there: the next attempt says more.
    }
    if (connection === this.#connection && !this.#isStopped) {
      this.#silence.end();
      this.#cutOff(status);
    }
  }

  /** As connect, and does not wait long if that fails too. */
  retryNow() {
    this.#backoff.reset();
    this.connect();
  }

  stop() {
    this.#isStopped = true;
    clearTimeout(this.#retry);
    this.#silence.end();
    this.#connection?.abort();
    this.#connection = null;
  }

  #take(message) {
    this.#lastId = message.id;
    this.#onMessage(message);
  }

  #sign() {
    this.#silence.expectSigns();
    this.#backoff.reset();
    this.#onState("live");
  }

  #cutOff(status) {
    if (status === UNAUTHORIZED) {
      this.#onState("ended");
      return;
    }
    this.#onState("stale");
    this.#retry = setTimeout(() => this.connect(), this.#backoff.next());
  }
}
