// The last lines of a text that grows: bounded, however much is printed, and in blocks, so that a page
// draws only the newest of them anew.

const BLOCK_LINES = 200;
const MOST_LINES = 5000;
const MOST_CHARS = 2_000_000;

/** A line of many megabytes says nothing to a person, and costs the browser dearly. */
const LINE_CHARS = 4000;

export class Lines {
  #blocks = [];
  #last = "";
  #lineCount = 0;
  #charCount = 0;
  #nextKey = 0;

  /** Adds a piece; it need not end with a line. */
  add(text) {
    const pieces = text.split("\n");
    this.#last = clipped(this.#last + pieces.shift());
    for (const piece of pieces) {
      this.#push(this.#last);
      this.#last = clipped(piece);
    }
    this.#dropOldest();
  }

  /** {key, text} of each block, the oldest first; the last line may go on. */
  blocks() {
    const open = this.#last === "" ? [] : [{ key: "last", text: this.#last }];
    return [...this.#blocks.map(({ key, lines }) => ({ key, text: lines.join("\n") })), ...open];
  }

  /** How many lines it holds. */
  get count() {
    return this.#lineCount + (this.#last === "" ? 0 : 1);
  }

  #push(line) {
    if (this.#blocks.length === 0 || this.#blocks.at(-1).lines.length === BLOCK_LINES) {
      this.#blocks.push({ key: this.#nextKey, lines: [], chars: 0 });
      this.#nextKey += 1;
    }
    const block = this.#blocks.at(-1);
    block.lines.push(line);
    block.chars += line.length;
    this.#lineCount += 1;
    this.#charCount += line.length;
  }

  #dropOldest() {
    while (this.#blocks.length > 1 && (this.#lineCount > MOST_LINES || this.#charCount > MOST_CHARS)) {
      const { lines, chars } = this.#blocks.shift();
      this.#lineCount -= lines.length;
      this.#charCount -= chars;
    }
  }
}

function clipped(line) {
  return line.length <= LINE_CHARS ? line : `${line.slice(0, LINE_CHARS - 1)}…`;
}
