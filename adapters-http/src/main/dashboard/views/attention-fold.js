// The foot of what waits above every view: the way to all of it, and how much of it is shown there.
import { html } from "../app/html.js";
import { href } from "../app/router.js";
import { useKept } from "../app/kept.js";
import { Icon } from "../parts/icon.js";

const SHOWN = 3;

/** How many are shown, whether that is only the worst, and what changes it. */
export function useFold() {
  const [kept, keep] = useKept("engine.strip", "open");
  const isFolded = kept === "folded";
  return { shownCount: isFolded ? 1 : SHOWN, isFolded, toggle: () => keep(isFolded ? "open" : "folded") };
}

/** @param count how many wait in all */
export function StripFoot({ count, fold }) {
  const title = fold.isFolded ? "Show the worst three" : "Show only the worst one";
  return html`<div class="strip-foot small">
    <a href=${href("attention")}>All ${count} waiting</a>
    <button class="quiet icon-only" aria-expanded=${!fold.isFolded} aria-label="The worst three" title=${title} onClick=${fold.toggle}><${Icon} name="chevron" /></button>
  </div>`;
}
