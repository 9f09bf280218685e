// The days around today, each with what became of its slots and those that come: as a calendar, which is a
// table, and as a list.
import { clock, day, dayKey, dayLines } from "../data/time.js";
import { html, useLayoutEffect, useMemo, useRef, useState } from "../app/html.js";
import { href } from "../app/router.js";
import { mayGoOn, useComingSlots, usePastSlots } from "../data/slots.js";
import { Badge } from "../parts/badge.js";
import { SlotBadge } from "./missions.js";

const DAY_MILLIS = 86_400_000;
const DAYS_BEFORE = 7;
const DAYS_AFTER = 6;

/** More than these in a day are counted instead of drawn. */
const MOST_MARKS = 6;

const TONES = { complete: "good", failed: "bad", skipped: "warn", running: "tool", pending: "idle", merged: "faint", coming: "coming" };
const LEGEND = Object.keys(TONES);

const wordOf = (slot) => (slot.mergedInto ? "merged" : slot.status);

/** The days that are shown, as times of noon, so that a change of clocks skips none. */
function daysAround(today) {
  const noon = new Date(`${today}T12:00:00`).getTime();
  return Array.from({ length: DAYS_BEFORE + 1 + DAYS_AFTER }, (_, index) => new Date(noon + (index - DAYS_BEFORE) * DAY_MILLIS).toISOString());
}

const aDayFrom = (noon, days) => new Date(Date.parse(noon) + days * DAY_MILLIS).toISOString();

export function SlotCalendar({ missions }) {
  const [isList, setList] = useState(false);
  const today = dayKey(new Date().toISOString());
  const days = useMemo(() => daysAround(today), [today]);
  return html`<section class="stack" aria-label="Slots">
    <div class="view-head calendar-head">
      <h2>Slots</h2>
      <ul class="legend" aria-label="What the colours mean">${LEGEND.map((word) => html`<li key=${word}><i class="slot-mark" data-tone=${TONES[word]}></i>${word}</li>`)}</ul>
      <div class="tabs" role="group" aria-label="How they are shown">
        <button aria-pressed=${!isList} onClick=${() => setList(false)}>Calendar</button>
        <button aria-pressed=${isList} onClick=${() => setList(true)}>List</button>
      </div>
    </div>
    ${isList
      ? missions.map((mission) => html`<${MissionList} key=${mission.id} mission=${mission} days=${days} />`)
      : html`<${Calendar} missions=${missions} days=${days} today=${today} />`}
  </section>`;
}

function Calendar({ missions, days, today }) {
  const box = useRef(null);
  useLayoutEffect(() => {
    const showToday = () => {
      const now = box.current.querySelector("th[aria-current]");
      box.current.scrollLeft = now.offsetLeft - box.current.clientWidth / 2;
    };
    const watcher = new ResizeObserver(showToday); // a panel beside it makes it narrower
    watcher.observe(box.current);
    return () => watcher.disconnect();
  }, [today]);
  return html`<div ref=${box} class="table-scroll calendar-box" tabindex="0" role="region" aria-label="Calendar of slots"><table class="table calendar">
    <thead><tr><th scope="col">Mission</th>${days.map((each) => html`<th key=${each} scope="col" aria-current=${dayKey(each) === today ? "date" : undefined}>${dayLines(each).map((line) => html`<span key=${line}>${line} </span>`)}</th>`)}</tr></thead>
    <tbody>${missions.map((mission) => html`<${MissionRow} key=${mission.id} mission=${mission} days=${days} today=${today} />`)}</tbody>
  </table></div>`;
}

/** {day: [{word, at, slot}]} of a mission, each day's the earliest first; and the days that are not whole. */
function useSlotsByDay(mission, days) {
  const past = usePastSlots(mission.id, aDayFrom(days[0], -1)).data;
  const coming = useComingSlots(mission.enabled ? mission.id : null, aDayFrom(days.at(-1), 1)).data;
  return useMemo(() => {
    const marks = [
      ...(past?.items ?? []).map((slot) => ({ word: wordOf(slot), at: slot.slotAt, slot })).reverse(),
      ...(coming?.slots ?? []).map((at) => ({ word: "coming", at, slot: null })),
    ];
    const from = past?.next ? dayKey(past.items.at(-1).slotAt) : "";
    const to = coming && mayGoOn(coming) ? dayKey(coming.slots.at(-1)) : "9999";
    return { byDay: Map.groupBy(marks, (mark) => dayKey(mark.at)), isWhole: (key) => key > from && key < to };
  }, [past, coming]);
}

function MissionRow({ mission, days, today }) {
  const { byDay, isWhole } = useSlotsByDay(mission, days);
  return html`<tr data-off=${!mission.enabled}>
    <th scope="row"><a href=${href("missions", mission.slug)}>${mission.slug}</a></th>
    ${days.map((each) => {
      const key = dayKey(each);
      return html`<td key=${key} data-today=${key === today}><${DayCell} marks=${byDay.get(key) ?? []} isWhole=${isWhole(key)} /></td>`;
    })}
  </tr>`;
}

function DayCell({ marks, isWhole }) {
  if (marks.length === 0) {
    return isWhole ? null : html`<span class="muted" title="Not read so far away">…</span>`;
  }
  return marks.length > MOST_MARKS ? html`<${Counts} marks=${marks} isWhole=${isWhole} />` : html`<span class="slot-marks">${marks.map((mark) => html`<${Mark} key=${mark.at} mark=${mark} />`)}</span>`;
}

function Mark({ mark: { word, at, slot } }) {
  const text = `${clock(at)} ${word}${slot?.reason ? `: ${slot.reason}` : ""}`;
  return slot
    ? html`<a class="slot-mark" data-tone=${TONES[word]} href=${href("missions", slot.id, { slot: "yes" })} title=${text} aria-label=${text}></a>`
    : html`<span class="slot-mark" data-tone=${TONES[word]} role="img" title=${text} aria-label=${text}></span>`;
}

function Counts({ marks, isWhole }) {
  const counts = Map.groupBy(marks, (mark) => mark.word);
  return html`<span class="slot-counts">
    ${LEGEND.filter((word) => counts.has(word)).map((word) => html`<span key=${word} class="count" data-tone=${TONES[word]} title=${word}>${counts.get(word).length}${isWhole ? "" : "+"}<span class="unseen"> ${word}</span></span>`)}
  </span>`;
}

const SHOWN_IN_LIST = 40;

function MissionList({ mission, days }) {
  const { byDay } = useSlotsByDay(mission, days);
  const marks = days.flatMap((each) => byDay.get(dayKey(each)) ?? []);
  const now = new Date().toISOString();
  const past = marks.filter((mark) => mark.slot !== null).slice(-SHOWN_IN_LIST / 2);
  const coming = marks.filter((mark) => mark.slot === null && mark.at > now).slice(0, SHOWN_IN_LIST / 2);
  return html`<section class="card stack">
    <h3>${mission.slug}</h3>
    ${past.length + coming.length === 0 && html`<p class="muted">No slot on these days.</p>`}
    <ol class="lines">
      ${[...past, ...coming].map((mark) => html`<li key=${mark.at}>
        <time datetime=${mark.at}>${day(mark.at)} ${clock(mark.at)}</time>
        ${mark.slot ? html`<a href=${href("missions", mark.slot.id, { slot: "yes" })}><${SlotBadge} slot=${mark.slot} /></a> <span class="small muted wrap">${mark.slot.reason ?? ""}</span>` : html`<${Badge} word="coming" tone="faint" />`}
      </li>`)}
    </ol>
  </section>`;
}
