// Which tab of this browser does something for all of them: the one that holds the browser's lock, and when
// that one is closed the next.

export class Lead {
  #name;
  #onLead;
  #onLost;
  #holder = null;
  #waiting = null;

  /**
   * @param onLead called when this tab is to lead
   * @param onLost called when another one has taken that from it
   */
  constructor(name, { onLead, onLost }) {
    this.#name = name;
    this.#onLead = onLead;
    this.#onLost = onLost;
  }

  get isOurs() {
    return this.#holder !== null;
  }

  /** Leads as soon as no other tab does. */
  wait() {
    this.#waiting = new AbortController();
    this.#request({ signal: this.#waiting.signal });
  }

  /** Leads at once, instead of a tab that stands still. */
  take() {
    if (!this.isOurs) {
      this.#waiting.abort();
      this.#request({ steal: true });
    }
  }

  async #request(options) {
    const holder = new Promise(() => {}); // held until the tab is closed, or another one takes it
    const lead = () => {
      this.#holder = holder;
      this.#onLead();
      return holder;
    };
    try {
      await navigator.locks.request(this.#name, options, lead);
    } catch (failure) {
      if (failure.name !== "AbortError") {
        lead(); // the browser grants this page no lock: it is on its own
      } else if (this.#holder === holder) {
        this.#holder = null;
        this.#onLost();
        this.wait();
      }
    }
  }
}
