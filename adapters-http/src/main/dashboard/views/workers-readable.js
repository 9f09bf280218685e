// Lines of Claude Code's stream-json as a person reads them; any other line stays as it is.
// Form: https://code.claude.com/docs/en/headless

const TOOL_CHARS = 160;

/** Many lines. */
export function readable(text) {
  return text.includes('{"') ? text.split("\n").map(line).join("\n") : text;
}

function line(raw) {
  if (!raw.startsWith("{")) {
    return raw;
  }
  try {
    return told(JSON.parse(raw)) ?? raw;
  } catch {
    return raw; // a line that was cut, or no JSON
  }
}

/** What a message says; undefined for one of no known form. */
function told({ type, subtype, message, result, needs_input: question, is_error: isError, num_turns: turns, model }) {
  switch (type) {
    case "system":
      return subtype === "init" ? `— begins${model ? ` with ${model}` : ""} —` : undefined;
    case "assistant":
    case "user":
      return partsOf(message);
    case "result":
      return `— ${question ? "asks" : isError ? "failed" : "done"}${turns ? ` after ${turns} turns` : ""} —\n${question ?? result ?? ""}`;
    default:
      return undefined;
  }
}

function partsOf(message) {
  const parts = message?.content;
  if (typeof parts === "string") {
    return parts;
  }
  return Array.isArray(parts) ? parts.map(part).filter(Boolean).join("\n") : undefined;
}

function part({ type, text, thinking, name, input, content, is_error: isError }) {
  switch (type) {
    case "text":
      return text;
    case "thinking":
      return `(${thinking})`;
    case "tool_use":
      return `→ ${name} ${short(JSON.stringify(input))}`;
    case "tool_result":
      return `${isError ? "✗" : "←"} ${short(typeof content === "string" ? content : (content?.[0]?.text ?? ""))}`;
    default:
      return undefined;
  }
}

function short(text) {
  const first = text.split("\n", 1)[0];
  return first.length < text.length || first.length > TOOL_CHARS ? `${first.slice(0, TOOL_CHARS)} …` : first;
}
