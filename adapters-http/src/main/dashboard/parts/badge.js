// A word with a colour. The word says it all; the colour only helps to find it.
import { html } from "../app/html.js";
import { words } from "../data/words.js";

const TONES = {
  active: "good", tool_active: "tool", idle: "idle", ended: "faint", waiting: "warn",
  pending: "idle", running: "tool", complete: "good", failed: "bad", skipped: "warn",
  queued: "idle", offered: "tool", confirmed: "good", seen: "good", withdrawn: "faint", expired: "faint", dead: "bad",
  staged: "warn", approved: "good", rejected: "bad", dismissed: "faint",
  low: "faint", medium: "idle", normal: "idle", high: "warn", critical: "bad",
  timed_out: "bad", cancelled: "faint", reclaimed: "warn", asked: "warn", open: "warn", acknowledged: "idle", answered: "good",
};

/** @param word a wire name; shown with spaces */
export function Badge({ word, tone = TONES[word] ?? "idle", children }) {
  return html`<span class="badge" data-tone=${tone}>${children ?? words(word)}</span>`;
}
