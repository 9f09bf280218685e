// Texts of the engine and of agents, as people read them.

/** A wire name such as timed_out as "timed out". */
export function words(name) {
  return name.replaceAll("_", " ");
}

/** The first line that says something, without the marks of a heading. */
export function headline(text) {
  const line = text.split("\n").find((each) => each.trim() !== "") ?? "";
  return line.replace(/^#+\s*/, "").trim();
}
