// The keyboard: one key for an act, two (g, then a letter) to go to a view. Never while text is written.
import { useEffect, useRef } from "./html.js";

const SECOND_KEY_MILLIS = 1500;

/** What every part that is shown listens for. One listener for all, so that g c is never also c. */
const parts = new Set();
let isOff = false;
let first = null;
let timer = null;

function isTyping(target) {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

function forget() {
  first = null;
  clearTimeout(timer);
}

function press(event) {
  const isForUs = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
  if (isOff || !isForUs || isTyping(event.target) || document.querySelector("dialog[open]") !== null) {
    return;
  }
  const name = first === null ? event.key : `${first} ${event.key}`;
  const keys = [...parts].map((part) => part.current);
  const found = keys.find((each) => each[name] !== undefined);
  const begins = first === null && keys.some((each) => Object.keys(each).some((key) => key.startsWith(`${event.key} `)));
  forget();
  if (found !== undefined) {
    event.preventDefault();
    found[name](event);
  } else if (begins) {
    first = event.key;
    timer = setTimeout(forget, SECOND_KEY_MILLIS);
  }
}

/** Turns the keys off or on: who speaks to the computer, or hits keys by chance, would set them off. */
export function turnShortcuts(off) {
  isOff = off;
}

/**
 * Listens for keys while the part is shown.
 *
 * @param keys what each does, such as {"?": showHelp, "g w": goToWorkers}
 */
export function useShortcuts(keys) {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    if (parts.size === 0) {
      addEventListener("keydown", press);
    }
    parts.add(current);
    return () => {
      parts.delete(current);
      if (parts.size === 0) {
        removeEventListener("keydown", press);
        forget();
      }
    };
  }, []);
}
