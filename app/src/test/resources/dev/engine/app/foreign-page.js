// What a page of another origin can try against the engine. Tells what it could read, how much it
// tried, and which of its ways work where they may: against the server that it comes from.
"use strict";

const read = [];
const controls = new Set();
let attempts = 0;

const within = (promise, otherwise) =>
  Promise.race([promise, new Promise((resolve) => setTimeout(() => resolve(otherwise), 4000))]);

const fetched = async (url, options) => {
  attempts++;
  try {
    const answer = await fetch(url, { credentials: "include", ...options });
    return answer.type !== "opaque" && answer.status > 0;
  } catch {
    return false;
  }
};

const xhr = (url, method, body) => {
  attempts++;
  return within(
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open(method, url);
      request.withCredentials = true;
      request.setRequestHeader("Content-Type", "application/json");
      request.onloadend = () => resolve(request.status > 0);
      request.send(body);
    }),
    false,
  );
};

const element = (tag, attributes) => {
  attempts++;
  return within(
    new Promise((resolve) => {
      const made = document.createElement(tag);
      made.onload = () => resolve(made);
      made.onerror = () => resolve(null);
      Object.assign(made, attributes);
      document.body.append(made);
    }),
    null,
  );
};

const image = async (url) => (await element("img", { src: url })) !== null;

const script = async (url) => (await element("script", { src: url })) !== null;

const frame = async (url) => {
  const made = await element("iframe", { src: url });
  try {
    return made !== null && made.contentDocument !== null && made.contentDocument.body.innerText !== "";
  } catch {
    return false;
  }
};

const form = async (url, type, name, value) => {
  attempts++;
  const target = document.createElement("iframe");
  target.name = "into" + attempts;
  const made = document.createElement("form");
  Object.assign(made, { action: url, method: "POST", enctype: type, target: target.name });
  const field = document.createElement("input");
  Object.assign(field, { name, value });
  made.append(field);
  document.body.append(target, made);
  await within(
    new Promise((resolve) => {
      target.onload = resolve;
      made.submit();
    }),
    null,
  );
  try {
    return target.contentDocument !== null && target.contentDocument.body.innerText !== "";
  } catch {
    return false;
  }
};

const opened = (make) => {
  attempts++;
  return within(
    new Promise((resolve) => {
      const source = make();
      source.onopen = () => resolve(true);
      source.onmessage = () => resolve(true);
      source.onerror = () => {
        source.close();
        resolve(false);
      };
    }),
    false,
  );
};

const popup = async (url) => {
  attempts++;
  const other = window.open(url);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  try {
    return other !== null && other.document.body.innerText !== "";
  } catch {
    return false;
  } finally {
    other?.close();
  }
};

const BODY = JSON.stringify({ message: "from afar", session_id: "afar", hook_event_name: "Stop" });

const waysOf = (method, url) => {
  if (method === "GET") {
    return {
      fetch: () => fetched(url, {}),
      "no-cors": () => fetched(url, { mode: "no-cors" }),
      "own header": () => fetched(url, { headers: { "X-Mine": "1" } }),
      xhr: () => xhr(url, "GET", null),
      img: () => image(url),
      script: () => script(url),
      iframe: () => frame(url),
      "event source": () => opened(() => new EventSource(url, { withCredentials: true })),
    };
  }
  return {
    fetch: () => fetched(url, { method, body: BODY, headers: { "Content-Type": "application/json" } }),
    "no-cors": () => fetched(url, { method: "POST", mode: "no-cors", body: BODY }),
    xhr: () => xhr(url, method, BODY),
    form: () => form(url, "application/x-www-form-urlencoded", "message", "from afar"),
    "plain form": () => form(url, "text/plain", '{"message":"from afar","a":"', '"}'),
  };
};

const tryAll = async (method, url, note) => {
  const ways = Object.entries(waysOf(method, url));
  await Promise.all(
    ways.map(async ([name, way]) => {
      if (await way()) {
        note(name);
      }
    }),
  );
};

const attack = async () => {
  await tryAll("GET", "/control", (name) => controls.add(name));
  if (await image("/control.svg")) {
    controls.add("img");
  }
  const { engine, targets } = await (await fetch("/targets")).json();
  for (const target of targets) {
    const [method, path] = target.split(" ");
    await tryAll(method, engine + path, (name) => read.push(`${target} by ${name}`));
    document.querySelectorAll("img, iframe, form, body > script[src^=http]").forEach((old) => old.remove());
  }
  for (const path of ["/", "/api/v1/events", "/mcp"]) {
    const url = engine.replace("http", "ws") + path;
    if (await opened(() => new WebSocket(url))) {
      read.push(`${path} by a web socket`);
    }
    if (await popup(engine + path)) {
      read.push(`${path} by a window`);
    }
  }
  await fetch("/report", { method: "POST", body: JSON.stringify({ read, controls: [...controls], attempts }) });
};

attack().catch((failure) => fetch("/report", { method: "POST", body: JSON.stringify({ read: [String(failure)] }) }));
