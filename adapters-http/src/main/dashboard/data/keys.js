// The keys by which the engine knows a request again, so that it does it once. A key lasts until an answer
// has come: who sends the same once more because none came means the same thing, not a second one.

/** Whoever sends the same after that means it anew. */
const KEPT_MILLIS = 10 * 60_000;

/** Not crypto.randomUUID, which browsers have only over TLS or from the machine itself. */
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** {key, since} of what was sent and not answered, by what it was. */
const unanswered = new Map();

/**
 * Does something by `send`, which is given the key of it.
 *
 * @param request what is sent, and where to; another text is another request
 * @param isAnswer whether what `send` threw tells that the engine has decided on it
 */
export async function once(request, send, isAnswer) {
  const before = unanswered.get(request);
  const isSame = before !== undefined && Date.now() - before.since < KEPT_MILLIS;
  const key = isSame ? before.key : newKey();
  unanswered.set(request, { key, since: Date.now() });
  try {
    const answer = await send(key);
    unanswered.delete(request);
    return answer;
  } catch (failure) {
    if (isAnswer(failure)) {
      unanswered.delete(request);
    }
    throw failure;
  }
}
