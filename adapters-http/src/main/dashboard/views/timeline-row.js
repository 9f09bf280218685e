// The lines of the timeline: one for each event, and one above the events of each day.
import { dayKey, exact, second, wholeDay } from "../data/time.js";
import { href } from "../app/router.js";
import { html } from "../app/html.js";
import { Id } from "../parts/id.js";

/** Each zone's days begin at a whole minute, so events of one minute are of one day: to ask anew is slow. */
const MINUTE = "2026-01-05T12:00".length;

/** {key, day} or {key, event}: `events` with a line in front of those of each day. */
export function linesOf(events) {
  const lines = [];
  let minute = null;
  let today = null;
  for (const event of events) {
    if (event.at.slice(0, MINUTE) !== minute) {
      minute = event.at.slice(0, MINUTE);
      const next = dayKey(event.at);
      if (next !== today) {
        lines.push({ key: next, day: event.at });
        today = next;
      }
    }
    lines.push({ key: event.position, event });
  }
  return lines;
}

export function Line({ line, query, chosen }) {
  return line.day ? html`<h2 class="event-day">${wholeDay(line.day)}</h2>` : html`<${EventRow} event=${line.event} query=${query} isChosen=${line.event === chosen} />`;
}

function EventRow({ event, query, isChosen }) {
  const place = event.conversationId ?? event.entityId;
  return html`<a class="event" data-row data-chosen=${isChosen} aria-current=${isChosen ? "true" : undefined} href=${href("timeline", String(event.position), query)}>
    <time datetime=${event.at} title=${exact(event.at)}>${second(event.at)}</time>
    <span class="event-kind mono clip">${event.kind}</span>
    <span class="event-where small muted">${place && html`<${Id} text=${place} />`}</span>
    <span class="event-what clip">${summaryOf(event)}</span>
  </a>`;
}

const MOST_FACTS = 4;

/** What happened, in words where the event has them, else by what is known of it. */
function summaryOf(event) {
  const { text, title, reason, message, slug, name } = event.data;
  return [title, text, message, reason, slug, name].find((each) => typeof each === "string") ?? factsOf(event.data);
}

function factsOf(data) {
  const facts = Object.entries(data).filter(([, value]) => typeof value !== "object" && value !== "");
  return facts.slice(0, MOST_FACTS).map(([name, value]) => `${inWords(name)} ${value}`).join(" · ");
}

const inWords = (name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
