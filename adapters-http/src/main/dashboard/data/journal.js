// One place in the journal, wherever a list has come to.
import { readEvents } from "./sse.js";

const PATIENCE_MILLIS = 5000;

/**
 * The event at a position; null if none is there. It is the first behind the position before it.
 *
 * @param position as text
 */
export async function eventAt(position) {
  const enough = new AbortController();
  let found = null;
  const take = (message) => {
    if (found === null && message.event !== "reset") {
      found = JSON.parse(message.data);
    }
    enough.abort();
  };
  const signal = AbortSignal.any([enough.signal, AbortSignal.timeout(PATIENCE_MILLIS)]);
  try {
    await readEvents("/api/v1/events", { lastId: String(Number(position) - 1), signal, onMessage: take });
  } catch {
    // It was taken, or nothing came.
  }
  return String(found?.position) === position ? found : null;
}
