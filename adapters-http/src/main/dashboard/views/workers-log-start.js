// A log from its start, in parts, as far as the person reads on.
import { bytes } from "../data/amounts.js";
import { html, useEffect, useRef, useState } from "../app/html.js";
import { logPath, NOTHING_THERE } from "../data/log.js";
import { part } from "../data/api.js";
import { Act } from "../parts/form.js";
import { Block } from "./workers-log.js";
import { Failure } from "../parts/states.js";
import { Lines } from "../data/lines.js";

const PART_BYTES = 128 * 1024;

export function LogStart({ worker, stream, attempt, isRaw }) {
  const reading = useRef(null);
  reading.current ??= { lines: new Lines(), decoder: new TextDecoder(), position: 0 };
  const [log, setLog] = useState(null);
  const [error, setError] = useState(null);

  const readOn = async () => {
    const { lines, decoder, position } = reading.current;
    try {
      const range = `bytes=${position}-${position + PART_BYTES - 1}`;
      const read = await part(logPath(worker), { stream, attempt }, range);
      lines.add(decoder.decode(read.bytes, { stream: true }));
      reading.current.position = read.first + read.bytes.length;
      setLog({ blocks: lines.blocks(), position: reading.current.position, size: read.size });
      setError(null);
    } catch (failure) {
      const isEnd = NOTHING_THERE.includes(failure.status);
      setLog({ blocks: lines.blocks(), position, size: position });
      setError(isEnd ? null : failure);
    }
  };
  useEffect(() => {
    readOn();
  }, []);

  return html`
    <${Failure} error=${error} />
    <div class="log" tabindex="0" role="log" aria-live="off" aria-label=${`The start of ${stream} of attempt ${attempt}`}>
      ${log?.blocks.map((block) => html`<${Block} key=${block.key} text=${block.text} isRaw=${isRaw} />`)}
      ${log?.size === 0 && html`<p class="small muted">Nothing is printed here.</p>`}
    </div>
    ${log && html`<div class="log-foot small">
      <span class="muted">${bytes(log.position)} of ${bytes(log.size)}</span>
      <span class="grow"></span>
      <${Act} onAct=${readOn}>Read on<//>
    </div>`}
  `;
}
