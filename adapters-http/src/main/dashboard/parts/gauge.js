// How full something is. Drawn with SVG: inline styles are not allowed here.
import { html } from "../app/html.js";

const WIDTH = 60;
const tone = (percent) => (percent >= 90 ? "bad" : percent >= 70 ? "warn" : "good");

/** @param percent 0 to 100; undefined if nobody knows */
export function Gauge({ percent, label }) {
  if (percent === undefined || percent === null) {
    return html`<span class="gauge muted" title=${`${label}: not known`}>–</span>`;
  }
  const filled = (Math.min(percent, 100) / 100) * WIDTH;
  return html`<span class="gauge" data-tone=${tone(percent)} role="meter" aria-label=${label} aria-valuenow=${percent} aria-valuemin="0" aria-valuemax="100">
    <svg viewBox=${`0 0 ${WIDTH} 6`} aria-hidden="true"><rect class="gauge-back" width=${WIDTH} height="6" rx="3" /><rect class="gauge-fill" width=${filled} height="6" rx="3" /></svg>
    <span>${Math.round(percent)} %</span>
  </span>`;
}
