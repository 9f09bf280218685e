// Times as people read them. The engine speaks UTC; the person sees their own zone.

const SECOND = 1000;
const STEPS = [
  ["d", 86_400 * SECOND],
  ["h", 3_600 * SECOND],
  ["min", 60 * SECOND],
  ["s", SECOND],
];
const LIST_FORMAT = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
const CLOCK_FORMAT = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const WEEKDAY_FORMAT = new Intl.DateTimeFormat(undefined, { weekday: "short" });
const SECOND_FORMAT = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const DATE_FORMAT = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const WHOLE_DAY_FORMAT = new Intl.DateTimeFormat(undefined, { dateStyle: "full" });
const DAY_FORMAT = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short" });

/** A length such as "3 min"; the largest unit that fits. */
export function span(millis) {
  const length = Math.abs(millis);
  const [unit, size] = STEPS.find(([, each]) => length >= each) ?? STEPS.at(-1);
  return `${Math.floor(length / size)} ${unit}`;
}

/** A time as seen from `now`: "now", "3 min ago", "in 2 h". */
export function relative(at, now) {
  const distance = now - Date.parse(at);
  if (Math.abs(distance) < SECOND) {
    return "now";
  }
  return distance > 0 ? `${span(distance)} ago` : `in ${span(distance)}`;
}

/** A time with its date, in the person's zone. */
export function exact(at) {
  return LIST_FORMAT.format(new Date(at));
}

/** The time of day only. */
export function clock(at) {
  return CLOCK_FORMAT.format(new Date(at));
}

/** The time of day to the second. */
export function second(at) {
  return SECOND_FORMAT.format(new Date(at));
}

/** The day only. */
export function day(at) {
  return DAY_FORMAT.format(new Date(at));
}

/** The day with its year, in full. */
export function wholeDay(at) {
  return WHOLE_DAY_FORMAT.format(new Date(at));
}

/** [day of the week, date] of a time, for two lines. */
export function dayLines(at) {
  return [WEEKDAY_FORMAT, DATE_FORMAT].map((format) => format.format(new Date(at)));
}

/** The day in the person's zone as yyyy-mm-dd, to group by. */
export function dayKey(at) {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}
