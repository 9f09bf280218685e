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

/** A word beside the title: live, or since when not. */
export function Connection() {
  const state = useFeedState();
  const now = useNow();
  if (state.name === "live") {
    return html`<span class="connection" data-tone="good" role="status"><i class="dot"></i>Live</span>`;
  }
  if (state.name === "connecting") {
    return html`<span class="connection" role="status"><i class="dot"></i>Connecting</span>`;
  }
  return html`<span class="connection" data-tone="bad" role="status">
    <i class="dot"></i>Stale for ${span(now - state.since)}
    <button class="quiet" onClick=${() => feed.retryNow()}>Try now</button>
  </span>`;
}
