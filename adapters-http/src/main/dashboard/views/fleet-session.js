// One session opened: what it did with its tools, how its context filled, and what it may be told to do.
import { Act } from "../parts/form.js";
import { html } from "../app/html.js";
import { post } from "../data/api.js";
import { span } from "../data/time.js";
import { useResource } from "../data/store.js";
import { Badge } from "../parts/badge.js";
import { Icon } from "../parts/icon.js";
import { Lasting } from "../parts/time.js";
import { Read } from "../parts/states.js";

const TOOL_KINDS = ["session."];
const SHOWN_CALLS = 30;
const SAMPLES = 120;

export function JumpButton({ session }) {
  return html`<${Act} class="quiet icon-only" aria-label="Jump to its pane" title="Bring its tmux pane to the front" onAct=${() => post(`sessions/${session}/show`)} done="Its pane is in front.">
    <${Icon} name="jump" />
  <//>`;
}

/** Its latest uses of tools, the newest first. */
export function ToolTimeline({ session }) {
  const calls = useResource(`sessions/${session}/tool-calls`, TOOL_KINDS, { limit: SHOWN_CALLS });
  return html`<${Read} from=${calls} rows="3">
    ${({ items }) =>
      items.length === 0
        ? html`<p class="muted">It has used no tool yet.</p>`
        : html`<ol class="tools">
            ${items.map((call) => html`<li key=${call.toolUseId}>
              <span class="clip" title=${call.name}>${call.name}</span>
              ${call.finishedAt ? html`<span class="small muted">${call.millis < 1000 ? `${call.millis} ms` : span(call.millis)}</span>` : html`<span class="small"><${Lasting} since=${call.startedAt} /></span>`}
              ${call.outcome === "failed" ? html`<${Badge} word="failed" />` : !call.finishedAt && html`<${Badge} word="running" />`}
            </li>`)}
          </ol>`}
  <//>`;
}

const WIDTH = 300;
const HEIGHT = 48;

/** How its context filled, as a line from the oldest reading to the newest. */
export function ContextLine({ session }) {
  const { data } = useResource(`sessions/${session}/context`, ["session.context", "session.idle", "session.active"], { limit: SAMPLES });
  const samples = data?.items?.toReversed() ?? [];
  if (samples.length < 2) {
    return null;
  }
  const first = Date.parse(samples[0].at);
  const length = Math.max(1, Date.parse(samples.at(-1).at) - first);
  const points = samples.map((each) => `${((Date.parse(each.at) - first) / length) * WIDTH},${HEIGHT - (each.percent / 100) * HEIGHT}`).join(" ");
  return html`<svg class="context-line" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label=${`Context from ${samples[0].percent} to ${samples.at(-1).percent} percent`}>
    ${[50, 70, 90].map((level) => html`<line key=${level} class="context-level" x1="0" x2=${WIDTH} y1=${HEIGHT - (level / 100) * HEIGHT} y2=${HEIGHT - (level / 100) * HEIGHT} />`)}
    <polyline class="context-points" points=${points} />
  </svg>`;
}
