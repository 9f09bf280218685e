// Whether what is shown is true now.
import { feed } from "../data/feed.js";
import { span } from "../data/time.js";
import { html, useEffect, useState } from "./html.js";
import { useNow } from "./now.js";

/** The state of the feed, kept up to date. */
export function useFeedState() {
  const [state, setState] = useState(feed.state);
  useEffect(() => {
    setState(feed.state);
    return feed.watch(setState);
  }, []);
  return state;
}

const WORDS = { live: ["Live", "good"], connecting: ["Connecting"] };

/** A word beside the title: live, or since when not. Only the word is read out when it changes, not each second of it. */
export function Connection() {
  const state = useFeedState();
  const now = useNow();
  const [word, tone] = WORDS[state.name] ?? ["Stale", "bad"];
  const isStale = tone === "bad";
  return html`<span class="connection" data-tone=${tone}>
    <i class="dot"></i>
    <span><span role="status">${word}</span>${isStale && ` for ${span(now - state.since)}`}</span>
    ${isStale && html`<button class="quiet" onClick=${() => feed.retryNow()}>Try now</button>`}
  </span>`;
}
