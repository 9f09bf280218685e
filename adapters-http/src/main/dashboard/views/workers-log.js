// What a worker prints, while it prints it.
import { html, useEffect, useLayoutEffect, useMemo, useRef, useState } from "../app/html.js";
import { LogFollower } from "../data/log.js";
import { LogStart } from "./workers-log-start.js";
import { readable } from "./workers-readable.js";
import { Badge } from "../parts/badge.js";

const STREAMS = ["stdout", "stderr"];

/** Nearer to the end than this, somebody reads along. */
const END_PIXELS = 40;

/** The log of an attempt: its end as it comes, or page after page from the start. */
export function WorkerLog({ worker, attempts }) {
  const [stream, setStream] = useState("stdout");
  const [chosen, setChosen] = useState(null);
  const [isFromStart, setFromStart] = useState(false);
  const [isRaw, setRaw] = useState(false);
  const attempt = chosen ?? attempts[0].number;
  const Log = isFromStart ? LogStart : LiveLog;
  return html`<section class="stack" aria-label="Log">
    <div class="log-head">
      <h3>Log</h3>
      <div class="tabs" role="group" aria-label="Which log">
        ${STREAMS.map((each) => html`<button key=${each} aria-pressed=${each === stream} onClick=${() => setStream(each)}>${each}</button>`)}
        <button aria-pressed=${isFromStart} onClick=${() => setFromStart(!isFromStart)}>from the start</button>
        <button aria-pressed=${isRaw} onClick=${() => setRaw(!isRaw)} title="Lines as they are, JSON too">raw</button>
      </div>
      ${attempts.length > 1 && html`<select aria-label="Of which attempt" value=${chosen ?? ""} onChange=${(event) => setChosen(event.target.value === "" ? null : Number(event.target.value))}>
        <option value="">newest attempt</option>
        ${attempts.map((each) => html`<option key=${each.number} value=${each.number}>attempt ${each.number}</option>`)}
      </select>`}
    </div>
    <${Log} key=${`${stream} ${attempt}`} worker=${worker} stream=${stream} attempt=${attempt} isRaw=${isRaw} />
  </section>`;
}

const NOTHING = { blocks: [], count: 0, state: "reading", isCut: false, end: null };

function LiveLog({ worker, stream, attempt, isRaw }) {
  const [log, setLog] = useState(NOTHING);
  const [isFollowing, setFollowing] = useState(true);
  const box = useRef(null);
  useEffect(() => {
    const follower = new LogFollower(worker, { stream, attempt }, setLog);
    follower.start();
    return () => follower.stop();
  }, [worker, stream, attempt]);
  useLayoutEffect(() => {
    if (isFollowing) {
      box.current.scrollTop = box.current.scrollHeight;
    }
  }, [log, isFollowing, isRaw]);
  const look = () => {
    const { scrollHeight, scrollTop, clientHeight } = box.current;
    setFollowing(scrollHeight - scrollTop - clientHeight < END_PIXELS);
  };
  return html`
    <div ref=${box} class="log" tabindex="0" role="log" aria-live="off" aria-label=${`${stream} of attempt ${attempt}`} onScroll=${look}>
      ${log.isCut && html`<p class="small muted">What came before is left out here.</p>`}
      ${log.blocks.map((block) => html`<${Block} key=${block.key} text=${block.text} isRaw=${isRaw} />`)}
      ${log.count === 0 && html`<p class="small muted">${log.state === "over" ? "It printed nothing here." : "Nothing printed yet."}</p>`}
    </div>
    <div class="log-foot small" role="status">
      <${LogState} log=${log} isFollowing=${isFollowing} />
      <span class="grow"></span>
      ${!isFollowing && html`<button onClick=${() => setFollowing(true)}>To the end</button>`}
    </div>
  `;
}

/** Some lines, made readable once. */
export function Block({ text, isRaw }) {
  const shown = useMemo(() => (isRaw ? text : readable(text)), [text, isRaw]);
  return html`<pre>${shown}</pre>`;
}

function LogState({ log, isFollowing }) {
  if (log.state === "over") {
    return html`<${Badge} word=${log.end.outcome} /> <span class="muted">nothing more comes</span>`;
  }
  if (log.state === "cut off") {
    return html`<span class="connection" data-tone="bad"><i class="dot"></i>cut off, tries again</span>`;
  }
  return log.state === "live"
    ? html`<span class="connection" data-tone="good"><i class="dot"></i>${isFollowing ? "live" : "live; the place is held while you read"}</span>`
    : html`<span class="muted">reading</span>`;
}
