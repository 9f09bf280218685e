// How fast hooks are and what becomes of them: a histogram of what they took, and where they ended.
import { html, useState } from "../app/html.js";
import { clock } from "../data/time.js";
import { words } from "../data/words.js";
import { Lasting } from "../parts/time.js";
import { Badge } from "../parts/badge.js";

const SPANS = { lastHour: "Last hour", lastDay: "Last day" };

export function Hooks({ hooks }) {
  const [span, setSpan] = useState("lastHour");
  const calls = hooks[span];
  return html`<section class="card stack hooks">
    <div class="hooks-head">
      <h2>Hooks</h2>
      <div class="tabs" role="group" aria-label="How far back">
        ${Object.entries(SPANS).map(([name, title]) => html`<button key=${name} aria-pressed=${name === span} onClick=${() => setSpan(name)}>${title}</button>`)}
      </div>
    </div>
    <${Spool} hooks=${hooks} />
    ${calls === undefined || calls.count === 0
      ? html`<p class="muted">No hook was called in this time. If Claude Code runs here, <code>engine doctor</code> says why it is not heard.</p>`
      : html`<dl class="figures">
          <div><dt>Calls</dt><dd>${calls.count.toLocaleString()}</dd></div>
          <div><dt>Half within</dt><dd>${millis(calls.p50Millis)}</dd></div>
          <div><dt>99 in 100 within</dt><dd>${millis(calls.p99Millis)}</dd></div>
          <div data-tone=${calls.overBudgetCount > 0 ? "warn" : undefined}><dt>Over budget</dt><dd>${calls.overBudgetCount.toLocaleString()}</dd></div>
        </dl>
        <div class="hooks-body">
          <${Histogram} calls=${calls} />
          <${Doors} doors=${calls.doors} />
        </div>`}
  </section>`;
}

const millis = (value) => (value === undefined ? "–" : value >= 1000 ? `${(value / 1000).toFixed(1)} s` : `${value < 100 ? value.toFixed(1).replace(".0", "") : Math.round(value)} ms`);

/** What was not written to the database at once. */
function Spool({ hooks }) {
  const { spoolCount = 0, spoolSince, setAsideCount = 0, setAsideSince, spoolOnlyUntil } = hooks;
  const isOpen = spoolOnlyUntil !== undefined;
  return html`<ul class="lines">
    <li><${Badge} word=${isOpen ? "open" : "closed"} tone=${isOpen ? "warn" : "good"} /><span>Breaker${isOpen && `: they only spool until ${clock(spoolOnlyUntil)}`}</span></li>
    <li><${Badge} word=${String(spoolCount)} tone=${spoolCount > 0 ? "warn" : "good"} /><span>waiting in the spool${spoolSince && html`, the oldest for <${Lasting} since=${spoolSince} />`}</span></li>
    <li><${Badge} word=${String(setAsideCount)} tone=${setAsideCount > 0 ? "bad" : "good"} /><span>set aside, for they cannot be read${setAsideSince && html`, the oldest for <${Lasting} since=${setAsideSince} />`}</span></li>
  </ul>`;
}

const WIDTH = 420;
const HEIGHT = 120;
const TOP = 34;
const FOOT = 20;

/** Where a time stands on the axis of the buckets, which are not equally wide. */
function across(buckets, value) {
  const index = buckets.findIndex((each) => each.upToMillis === undefined || value <= each.upToMillis);
  const from = buckets[index - 1]?.upToMillis ?? 0;
  const to = buckets[index].upToMillis ?? value;
  const within = to === from ? 1 : (value - from) / (to - from);
  return ((index + within) / buckets.length) * WIDTH;
}

function Histogram({ calls }) {
  const { buckets, p50Millis, p99Millis } = calls;
  const most = Math.max(...buckets.map((each) => each.count), 1);
  const step = WIDTH / buckets.length;
  const floor = TOP + HEIGHT;
  const nameOf = (bucket, index) => (bucket.upToMillis === undefined ? `> ${millis(buckets[index - 1].upToMillis)}` : `≤ ${millis(bucket.upToMillis)}`);
  const timedCount = buckets.reduce((sum, each) => sum + each.count, 0);
  const label = `How long ${timedCount} hooks took: half within ${millis(p50Millis)}, 99 in 100 within ${millis(p99Millis)}`;
  return html`<div>
    <svg class="histogram" viewBox=${`0 0 ${WIDTH} ${floor + FOOT}`} role="img" aria-label=${label}>
    ${buckets.map((bucket, index) => {
      const height = bucket.count === 0 ? 0 : Math.max(2, (bucket.count / most) * HEIGHT);
      const middle = (index + 0.5) * step;
      return html`<g key=${index}>
        <title>${`${nameOf(bucket, index)}: ${bucket.count}`}</title>
        <rect class="histogram-hit" x=${index * step} y=${TOP} width=${step} height=${HEIGHT} />
        <rect class="histogram-bar" x=${index * step + 2} y=${floor - height} width=${step - 4} height=${height} rx="2" />
        <text class="histogram-text" x=${middle} y=${floor + 14}>${axisText(bucket, buckets[index - 1])}</text>
      </g>`;
    })}
    <line class="histogram-floor" x1="0" x2=${WIDTH} y1=${floor} y2=${floor} />
    ${[["p50", p50Millis, 12], ["p99", p99Millis, 26]].filter(([, value]) => value !== undefined).map(([name, value, y]) => {
      const x = across(buckets, value);
      const isRight = x > WIDTH * 0.75;
      return [
        html`<line key=${name} class="histogram-mark" x1=${x} x2=${x} y1=${y - 8} y2=${floor} />`,
        html`<text key=${`${name} text`} class="histogram-mark-text" x=${isRight ? x - 5 : x + 5} y=${y} text-anchor=${isRight ? "end" : "start"}>${name} ${millis(value)}</text>`,
      ];
    })}
    </svg>
    ${timedCount < calls.count && html`<p class="hint">How long ${timedCount.toLocaleString()} of them took; the others came by the spool.</p>`}
  </div>`;
}

/** Short, for it stands below a bar. */
function axisText(bucket, before) {
  const value = bucket.upToMillis ?? before?.upToMillis ?? 0;
  const text = value >= 1000 ? `${value / 1000}s` : String(value);
  return bucket.upToMillis === undefined ? `>${text}` : text;
}

function Doors({ doors }) {
  return html`<div class="table-scroll"><table class="table">
    <thead><tr><th scope="col">Door</th><th scope="col">Outcome</th><th scope="col" class="number">Calls</th></tr></thead>
    <tbody>${doors.map((each) => html`<tr key=${`${each.door} ${each.outcome}`}><td>${words(each.door)}</td><td>${words(each.outcome)}</td><td class="number">${each.count.toLocaleString()}</td></tr>`)}</tbody>
  </table></div>`;
}
