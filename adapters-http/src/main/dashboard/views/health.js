// Whether the engine itself is well, on one page: what it runs on, what it keeps, and what it hears.
import { html, useEffect } from "../app/html.js";
import { refresh, useResource } from "../data/store.js";
import { Ago, Lasting } from "../parts/time.js";
import { Badge } from "../parts/badge.js";
import { Backups } from "./health-backups.js";
import { Failure, Loading } from "../parts/states.js";
import { Hooks } from "./health-hooks.js";
import { Migrations, Store } from "./health-store.js";
import { QuietTimes } from "./health-quiet.js";

const KINDS = ["hooks.", "backup.", "session.started", "canary."];

/** Most of it changes without an event: loops go round, a log grows. */
const RENEWED_MILLIS = 10_000;

export function Health() {
  const health = useResource("health", KINDS);
  const database = useResource("database", ["backup."]);
  useEffect(() => {
    const timer = setInterval(() => document.hidden || refresh("health"), RENEWED_MILLIS);
    return () => clearInterval(timer);
  }, []);
  const known = health.data;
  return html`
    <div class="view-head"><h1>Health</h1>${known && html`<span class="muted small">as it was <${Ago} at=${known.at} /></span>`}</div>
    <${Failure} error=${health.error} />
    <${Failure} error=${database.error} />
    ${!known && !database.data && !health.error && html`<${Loading} />`}
    <${Migrations} schema=${database.data?.schema} />
    <div class="masonry">
      ${known?.engine && html`<${Engine} engine=${known.engine} />`}
      ${(known?.store || database.data) && html`<${Store} store=${known?.store} database=${database.data} />`}
      ${database.data && html`<${Backups} database=${database.data} />`}
      ${known?.canary && html`<${Canary} canary=${known.canary} />`}
      ${known?.loops && html`<${Loops} loops=${known.loops} />`}
      <${QuietTimes} />
    </div>
    ${known?.hooks && html`<${Hooks} hooks=${known.hooks} />`}
  `;
}

function Engine({ engine }) {
  return html`<section class="card">
    <h2>Engine</h2>
    <dl class="facts">
      <dt>Version</dt><dd>${engine.version}</dd>
      <dt>Up for</dt><dd><${Lasting} since=${engine.startedAt} /></dd>
      <dt>Process</dt><dd>${engine.pid}</dd>
    </dl>
  </section>`;
}

/** A marked event that is sent through the installed settings, to see whether it arrives. */
function Canary({ canary }) {
  const isLost = canary.lost?.length > 0 || canary.failingSince !== undefined;
  return html`<section class="card">
    <h2>Canary ${canary.flownAt && html`<${Badge} word=${isLost ? "lost" : "arrived"} tone=${isLost ? "bad" : "good"} />`}</h2>
    ${canary.flownAt
      ? html`<dl class="facts">
          <dt>Flown</dt><dd><${Ago} at=${canary.flownAt} /></dd>
          <dt>Arrived</dt><dd>${canary.arrivedCount} hooks</dd>
          ${canary.lost?.length > 0 && html`<dt>Lost</dt><dd>${canary.lost.join(", ")}</dd>`}
          ${canary.failingSince && html`<dt>Failing for</dt><dd><${Lasting} since=${canary.failingSince} /></dd>`}
        </dl>
        ${isLost && html`<p class="small"><code>engine doctor</code> says what is wrong with the settings.</p>`}`
      : html`<p class="muted">It has not flown yet: <code>engine doctor --canary</code> sends one through the installed hooks.</p>`}
  </section>`;
}

function Loops({ loops }) {
  return html`<section class="card">
    <h2>Loops</h2>
    <ul class="lines loops">
      ${loops.map((loop) => html`<li key=${loop.name}>
        <${Badge} word=${loop.failuresInARow > 0 ? "failed" : "going"} tone=${loop.failuresInARow > 0 ? "bad" : "good"} />
        <span>${loop.name}</span>
        <span class="small muted">${loop.lastRoundAt ? html`<${Ago} at=${loop.lastRoundAt} />` : "not yet"}</span>
        ${loop.failuresInARow > 0 && html`<span class="small wrap failure">${loop.failuresInARow} in a row${loop.lastFailure ? `: ${loop.lastFailure}` : ""}</span>`}
      </li>`)}
    </ul>
  </section>`;
}
