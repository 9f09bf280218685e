// Patience with an engine that does not answer: how long to wait for a sign of it, and before the next attempt.

const FIRST_PAUSE_MILLIS = 500;
const LONGEST_PAUSE_MILLIS = 15_000;

/** The engine sends a heartbeat every 10 s; a connection that is silent for longer is dead. */
export const SILENCE_MILLIS = 25_000;

/** The pauses between attempts in vain: longer from one to the next, and by chance not alike for all who wait. */
export class Backoff {
  #pause = FIRST_PAUSE_MILLIS;

  /** How many milliseconds to wait this time. */
  next() {
    const length = this.#pause * (0.5 + Math.random() / 2);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MILLIS);
    return length;
  }

  /** The next pause is a short one again. */
  reset() {
    this.#pause = FIRST_PAUSE_MILLIS;
  }
}

/** Notices when something that is expected to give signs gives none. */
export class Silence {
  #onSilence;
  #timer = null;

  /** @param onSilence called when no sign has come in time; once, until signs are expected again */
  constructor(onSilence) {
    this.#onSilence = onSilence;
  }

  /** Expects the next sign from now on, whether or not one has just come. */
  expectSigns(patienceMillis = SILENCE_MILLIS) {
    this.end();
    this.#timer = setTimeout(this.#onSilence, patienceMillis);
  }

  /** Expects none any more. */
  end() {
    clearTimeout(this.#timer);
  }
}
