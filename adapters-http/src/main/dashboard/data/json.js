// JSON as people read it.

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Deeper than anybody reads; without an end, a document of brackets alone would fill the memory. */
const DEEPEST_INDENT = 20;

const isOpening = (token) => token === "{" || token === "[";
const isClosing = (token) => token === "}" || token === "]";

/**
 * A document with one value a line. Only blanks are added and left out: a number keeps all its digits
 * and a name that stands twice stays twice, which reading and writing it would not do.
 *
 * @throws SyntaxError if it is no JSON
 */
export function indented(text) {
  JSON.parse(text);
  const tokens = text.match(TOKEN);
  let depth = 0;
  const parts = tokens.map((token, index) => {
    const before = tokens[index - 1];
    if (isClosing(token)) {
      depth -= 1;
      return isOpening(before) ? token : lineBreak(depth) + token;
    }
    const start = isOpening(before) || before === "," ? lineBreak(depth) : "";
    depth += isOpening(token) ? 1 : 0;
    return start + (token === ":" ? ": " : token);
  });
  return parts.join("");
}

const lineBreak = (depth) => `\n${"  ".repeat(Math.min(depth, DEEPEST_INDENT))}`;
