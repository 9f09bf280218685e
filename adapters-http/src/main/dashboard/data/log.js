// What an attempt of a worker prints, as it comes. It begins with the end of what is there, so that a
// long log costs no more than a short one, and goes on behind the last byte when it was cut off.
import { Backoff, Silence } from "./patience.js";
import { Lines } from "./lines.js";
import { onAccess, part, reportSignedOut, UNAUTHORIZED, withQuery } from "./api.js";
import { readEvents } from "./sse.js";

const END_BYTES = 256 * 1024;
const DRAW_MILLIS = 100;
const NEWLINE = 10;

/** With what the engine answers where there is no log yet, or no byte behind those that were read. */
export const NOTHING_THERE = [404, 416];

/** The path of a worker's log. */
export const logPath = (worker) => `workers/${worker}/log`;

/** Follows a log until the attempt has ended, or it is stopped. */
export class LogFollower {
  #worker;
  #query;
  #onChange;
  #lines = new Lines();
  #position = null;
  #stopping = new AbortController();
  #backoff = new Backoff();
  #drawing = null;
  #state = "reading";
  #isCut = false;
  #end = null;

  /**
   * @param query {stream, attempt}
   * @param onChange called with {blocks, count, state, isCut, end}: state is reading, live, cut off
   *     or over; isCut says that what came before is not in it; end tells how the attempt ended
   */
  constructor(worker, query, onChange) {
    this.#worker = worker;
    this.#query = query;
    this.#onChange = onChange;
  }

  /** Begins to follow. */
  async start() {
    while (!this.#stopping.signal.aborted && this.#state !== "over") {
      await this.#seen();
      const status = await this.#follow();
      if (status === UNAUTHORIZED) {
        await this.#signedIn();
      } else if (this.#state !== "over" && !document.hidden) {
        this.#become("cut off");
        await this.#rest();
      }
    }
  }

  stop() {
    this.#stopping.abort();
    clearTimeout(this.#drawing);
  }

  /** Reads until the connection ends; the status of the answer, or 0 if there was none. */
  async #follow() {
    const connection = new AbortController();
    const silence = new Silence(() => connection.abort());
    const letGo = () => document.hidden && connection.abort();
    document.addEventListener("visibilitychange", letGo);
    silence.expectSigns();
    try {
      this.#position ??= await this.#readEnd();
      return await readEvents(`/api/v1/${withQuery(logPath(this.#worker), this.#query)}`, {
        lastId: this.#position,
        signal: AbortSignal.any([this.#stopping.signal, connection.signal]),
        onMessage: (message) => this.#take(message),
        onSign: () => (silence.expectSigns(), this.#sign()),
      });
    } catch (error) {
      return error.status ?? 0;
    } finally {
      silence.end();
      document.removeEventListener("visibilitychange", letGo);
    }
  }

  /** Comes back once the page is seen: nobody reads along before, and a browser allows few connections. */
  #seen() {
    return this.#until((resolve) => {
      const look = () => document.hidden || resolve();
      document.addEventListener("visibilitychange", look);
      look();
      return () => document.removeEventListener("visibilitychange", look);
    });
  }

  /** Says that the engine does not know the browser, and comes back once it does. */
  #signedIn() {
    return this.#until((resolve) => {
      const stop = onAccess((isSignedOut) => isSignedOut || resolve());
      reportSignedOut();
      return stop;
    });
  }

  /** Waits until `begin` calls what it is given, or this is stopped; what it returns ends it. */
  async #until(begin) {
    let end = null;
    await new Promise((resolve) => {
      end = begin(resolve);
      this.#stopping.signal.addEventListener("abort", resolve, { once: true });
    });
    end();
  }

  /** Takes in the last whole lines that are there; where they end. */
  async #readEnd() {
    try {
      const { bytes, first } = await part(logPath(this.#worker), this.#query, `bytes=-${END_BYTES}`);
      const begin = first === 0 ? 0 : bytes.indexOf(NEWLINE) + 1;
      const end = bytes.lastIndexOf(NEWLINE) + 1; // a line in the making may end within a character
      this.#isCut = first > 0;
      this.#lines.add(new TextDecoder().decode(bytes.subarray(begin, Math.max(begin, end))));
      this.#draw();
      return String(first + end);
    } catch (error) {
      if (NOTHING_THERE.includes(error.status)) {
        return "0";
      }
      throw error;
    }
  }

  #take(message) {
    this.#position = message.id;
    const data = JSON.parse(message.data);
    if (message.event === "reset") {
      this.#lines = new Lines();
      this.#isCut = false;
    } else if (message.event === "end") {
      this.#end = data;
      this.#become("over");
    } else {
      this.#lines.add(data.text);
    }
    this.#draw();
  }

  #sign() {
    this.#backoff.reset();
    if (this.#state !== "over") {
      this.#become("live");
    }
  }

  #become(state) {
    if (this.#state !== state) {
      this.#state = state;
      this.#draw();
    }
  }

  #rest() {
    return this.#until((resolve) => {
      const timer = setTimeout(resolve, this.#backoff.next());
      return () => clearTimeout(timer);
    });
  }

  /** Tells of it, but not for each piece. */
  #draw() {
    if (this.#stopping.signal.aborted) {
      return;
    }
    this.#drawing ??= setTimeout(() => {
      this.#drawing = null;
      this.#onChange({ blocks: this.#lines.blocks(), count: this.#lines.count, state: this.#state, isCut: this.#isCut, end: this.#end });
    }, DRAW_MILLIS);
  }
}
