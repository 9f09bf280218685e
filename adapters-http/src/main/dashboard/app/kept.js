// What the person has set for this browser. Where storage is blocked it lasts until the page is closed.
import { useState } from "./html.js";

function read(key, otherwise) {
  try {
    return localStorage.getItem(key) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** A text that is kept, and what sets it. */
export function useKept(key, otherwise) {
  const [value, setValue] = useState(() => read(key, otherwise));
  const keep = (next) => {
    setValue(next);
    try {
      localStorage.setItem(key, next);
    } catch {
      // blocked
    }
  };
  return [value, keep];
}
