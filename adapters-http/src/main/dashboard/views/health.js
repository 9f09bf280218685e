// Whether the engine itself is well, on one page: what it runs on, what it keeps, and what it hears.
import { html, useEffect } from "../app/html.js";
import { refresh, useResource } from "../data/store.js";
import { Ago, Lasting } from "../parts/time.js";
import { Badge } from "../parts/badge.js";
import { Backups } from "./health-backups.js";
import { Facts } from "../parts/facts.js";
import { Failure, Loading } from "../parts/states.js";
import { Hooks } from "./health-hooks.js";
import { Migrations, Store } from "./health-store.js";
import { QuietTimes } from "./health-quiet.js";

const KINDS = ["hooks.", "backup."];

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
      ${known && html`<${Engine} engine=${known.engine} />`}
      ${(known?.store || database.data) && html`<${Store} store=${known?.store} database=${database.data} copy=${known?.copy} checkpointAt=${known?.loops.find((loop) => loop.name === "checkpoint")?.lastRoundAt} />`}
      ${database.data && html`<${Backups} database=${database.data} />`}
      ${known && html`<${Canary} canary=${known.canary} />`}
      ${known && html`<${Loops} loops=${known.loops} />`}
      <${QuietTimes} />
    </div>
    ${known && html`<${Hooks} hooks=${known.hooks} />`}
  `;
}

function Engine({ engine }) {
  const facts = [
    ["Version", engine.version],
    ["Up for", html`<${Lasting} since=${engine.startedAt} />`],
    ["Process", engine.pid],
  ];
  return html`<section class="card">
    <h2>Engine</h2>
    <${Facts} facts=${facts} />
  </section>`;
}

/** @param canary undefined if none has flown: events sent through the installed settings, to see whether they arrive */
function Canary({ canary }) {
  if (canary === undefined) {
    return html`<section class="card">
      <h2>Canary</h2>
      <p class="muted">It has not flown yet: <code>engine doctor --canary</code> sends one through the installed hooks.</p>
    </section>`;
  }
  const { flownAt, arrivedCount, lost, failingSince } = canary;
  const isLost = lost.length > 0 || failingSince !== undefined;
  const facts = [
    ["Flown", html`<${Ago} at=${flownAt} />`],
    ["Arrived", `${arrivedCount} ${arrivedCount === 1 ? "hook" : "hooks"}`],
    ["Lost", lost.join(", ")],
    ["Failing for", failingSince && html`<${Lasting} since=${failingSince} />`],
  ];
  return html`<section class="card">
    <h2>Canary <${Badge} word=${isLost ? "lost" : "arrived"} tone=${isLost ? "bad" : "good"} /></h2>
    <${Facts} facts=${facts} />
    ${isLost && html`<p class="small"><code>engine doctor</code> says what is wrong with the settings.</p>`}
  </section>`;
}

function Loops({ loops }) {
  const failing = loops.filter((loop) => loop.failuresInARow > 0 || loop.ended);
  return html`<section class="card">
    <h2>Loops <${Badge} word=${failing.length > 0 ? `${failing.length} failing` : "all go round"} tone=${failing.length > 0 ? "bad" : "good"} /></h2>
    <ul class="loops">
      ${[...failing, ...loops.filter((loop) => !failing.includes(loop))].map((loop) => html`<li key=${loop.name}>
        <span>${loop.name}</span>
        <span class="small muted">${loop.lastRoundAt ? html`<${Ago} at=${loop.lastRoundAt} />` : "not yet"}</span>
        ${failing.includes(loop) && html`<span class="small wrap failure">${loop.ended ? "has ended; " : ""}failed ${loop.failuresInARow} times in a row${loop.lastFailure ? `: ${loop.lastFailure}` : ""}</span>`}
      </li>`)}
    </ul>
  </section>`;
}
