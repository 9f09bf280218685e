// The keyboard: one key for an act, two (g, then a letter) to go to a view. Never while text is written.
import { useEffect, useRef } from "./html.js";

const SECOND_KEY_MILLIS = 1500;

function isTyping(target) {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
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
    let first = null;
    let timer = null;
    const forget = () => {
      first = null;
      clearTimeout(timer);
    };
    const press = (event) => {
      const isForUs = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
      if (!isForUs || isTyping(event.target) || document.querySelector("dialog[open]") !== null) {
        return;
      }
      const act = current.current[first === null ? event.key : `${first} ${event.key}`];
      if (act !== undefined) {
        event.preventDefault();
        forget();
        act();
      } else if (Object.keys(current.current).some((key) => key.startsWith(`${event.key} `))) {
        forget();
        first = event.key;
        timer = setTimeout(forget, SECOND_KEY_MILLIS);
      } else {
        forget();
      }
    };
    addEventListener("keydown", press);
    return () => {
      removeEventListener("keydown", press);
      forget();
    };
  }, []);
}
