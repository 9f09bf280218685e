// Server-sent events over fetch, which unlike EventSource tells why it was refused and lets the
// reader name the last event it has seen. Form: https://html.spec.whatwg.org/multipage/server-sent-events.html

function parsed(block) {
  const fields = { id: null, event: "message", data: [] };
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "data") {
      fields.data.push(value);
    } else if (name === "id" || name === "event") {
      fields[name] = value;
    }
  }
  return { id: fields.id, event: fields.event, data: fields.data.join("\n") };
}

/**
 * Reads a stream until it ends or `signal` aborts it.
 *
 * @param onMessage called with {id, event, data} for each message
 * @param onSign called whenever anything came, a heartbeat too
 * @returns the status with which the engine answered
 * @throws TypeError when there is no connection, or it broke
 */
export async function readEvents(url, { lastId, signal, onMessage, onSign = () => {} }) {
  const headers = { Accept: "text/event-stream", ...(lastId === null ? {} : { "Last-Event-ID": lastId }) };
  const answer = await fetch(url, { headers, signal });
  if (!answer.ok) {
    return answer.status;
  }
  const decoder = new TextDecoder();
  let buffer = "";
  for await (const chunk of chunks(answer.body.getReader())) {
    onSign();
    buffer += decoder.decode(chunk, { stream: true });
    const blocks = buffer.split("\n\n");
    buffer = blocks.pop();
    blocks
      .map(parsed)
      .filter((message) => message.data !== "")
      .forEach(onMessage);
  }
  return answer.status;
}

async function* chunks(reader) {
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    yield part.value;
  }
}
