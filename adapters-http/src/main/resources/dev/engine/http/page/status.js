// Text comes from agents: it is only ever set as text, never as markup.
const REFRESH_MILLIS = 5000;

function line(text, note) {
  const item = document.createElement("li");
  const small = document.createElement("div");
  item.textContent = text;
  small.className = "muted";
  small.textContent = note;
  item.append(small);
  return item;
}

async function get(path) {
  const answer = await fetch(path, { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    throw new Error(answer.status === 401 ? "Run engine dashboard again." : `The engine answers ${answer.status}.`);
  }
  return answer.json();
}

function show(id, lines, ifEmpty) {
  const list = document.getElementById(id);
  list.replaceChildren(...(lines.length > 0 ? lines : [line(ifEmpty, "")]));
}

async function refresh() {
  const state = document.getElementById("state");
  try {
    const pings = await get("/api/v1/pings?open=true");
    show("pings", pings.items.map((ping) => line(ping.message, `${ping.urgency}, ${ping.createdAt}`)), "Nothing.");
    state.textContent = `As of ${new Date().toLocaleTimeString()}.`;
  } catch (failure) {
    state.textContent = `Not up to date: ${failure.message}`;
  }
}

await refresh();
setInterval(refresh, REFRESH_MILLIS);
