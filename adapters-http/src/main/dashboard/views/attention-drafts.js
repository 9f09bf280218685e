// What the person has opened or begun to write about something that waits. It is kept by what it is about:
// on top of a view only the worst few are drawn, and which they are changes while one writes.
import { useEffect, useState } from "../app/html.js";

const CLOSED = { open: null, text: "" };
const drafts = new Map();
const watchers = new Set();

/** @param id of what waits */
export const draftOf = (id) => drafts.get(id) ?? CLOSED;

/** Whether something is open about it. */
export const isOpened = (id) => drafts.has(id);

/** @param draft {open, text}: what is open, and what is written; nothing is open with null */
export function keepDraft(id, draft) {
  if (draft.open === null) {
    drafts.delete(id);
  } else {
    drafts.set(id, draft);
  }
  watchers.forEach((watcher) => watcher({}));
}

/** Draws the part anew whenever a draft is another one. */
export function useDrafts() {
  const [, draw] = useState({});
  useEffect(() => {
    watchers.add(draw);
    return () => watchers.delete(draw);
  }, []);
}
