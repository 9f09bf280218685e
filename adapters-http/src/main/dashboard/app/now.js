// One clock for all relative times of the page, so that they change together and cost one timer.
import { useEffect, useState } from "./html.js";

const TICK_MILLIS = 1000;
const watchers = new Set();
let timer = null;

function tick() {
  const now = Date.now();
  watchers.forEach((watcher) => watcher(now));
}

/** The time in ms, renewed every second while the page is seen. */
export function useNow() {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    watchers.add(setNow);
    timer ??= setInterval(() => document.hidden || tick(), TICK_MILLIS);
    return () => {
      watchers.delete(setNow);
      if (watchers.size === 0) {
        clearInterval(timer);
        timer = null;
      }
    };
  }, []);
  return now;
}
