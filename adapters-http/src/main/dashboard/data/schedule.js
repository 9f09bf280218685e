// Schedules in words, as far as they are simple, and times as the clock in a zone shows them.

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const SHORT_DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];
const UNITS = { s: "second", m: "minute", h: "hour", d: "day" };
const NICKNAMES = {
  "@hourly": "every hour",
  "@daily": "every day at midnight",
  "@midnight": "every day at midnight",
  "@weekly": "every Sunday at midnight",
  "@monthly": "on the 1st of each month",
  "@yearly": "on 1 January",
  "@annually": "on 1 January",
};

/** The person's own zone. */
export const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A schedule such as "0 7 * * MON-FRI" as "at 07:00, Monday to Friday"; null if there is no simple way to say it. */
export function inWords(schedule) {
  const text = schedule.trim();
  return NICKNAMES[text.toLowerCase()] ?? every(text) ?? once(text) ?? cron(text.split(/\s+/));
}

function every(text) {
  const found = /^every (\d+)([smhd])$/i.exec(text);
  if (found === null) {
    return null;
  }
  const unit = UNITS[found[2].toLowerCase()];
  return found[1] === "1" ? `every ${unit}` : `every ${found[1]} ${unit}s`;
}

function once(text) {
  const found = /^once (\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/i.exec(text);
  return found && `once, on ${found[1]} at ${found[2]}`;
}

function cron([minute, hour, dayOfMonth, month, weekday, ...rest]) {
  if (weekday === undefined || rest.length > 0 || month !== "*") {
    return null;
  }
  const time = timeOf(minute, hour);
  const days = daysOf(dayOfMonth, weekday);
  return time === null || days === null ? null : [time, days].filter(Boolean).join(", ");
}

function timeOf(minute, hour) {
  const step = /^\*\/(\d+)$/.exec(minute);
  if (hour === "*") {
    if (minute === "*") {
      return "every minute";
    }
    return step ? `every ${step[1]} minutes` : /^\d+$/.test(minute) ? `every hour at :${minute.padStart(2, "0")}` : null;
  }
  return /^\d+$/.test(minute) && /^\d+(,\d+)*$/.test(hour)
    ? `at ${hour.split(",").map((each) => `${each.padStart(2, "0")}:${minute.padStart(2, "0")}`).join(" and ")}`
    : null;
}

function daysOf(dayOfMonth, weekday) {
  if (dayOfMonth !== "*") {
    return weekday === "*" && /^\d+$/.test(dayOfMonth) ? `on day ${dayOfMonth} of each month` : null;
  }
  if (weekday === "*") {
    return "every day";
  }
  const named = weekday.split(",").map((each) => each.split("-").map(dayOf));
  return named.flat().includes(undefined) ? null : named.map((range) => range.join(" to ")).join(" and ");
}

function dayOf(text) {
  return DAYS[/^\d$/.test(text) ? Number(text) : SHORT_DAYS.indexOf(text.toUpperCase())];
}

const TIME = { hour: "2-digit", minute: "2-digit" };
const DAY_AND_TIME = { weekday: "short", day: "numeric", month: "short", ...TIME };
const DATE = { year: "numeric", month: "numeric", day: "numeric" };
const formats = new Map();

/** A time as the clock in `zone` shows it: "Mon 30 Nov, 07:00". */
export function inZone(at, zone) {
  return formatted(at, zone, DAY_AND_TIME);
}

/** The same time on the clocks of `zone`, with the day if it is another one there; null where they agree with the person's. */
export function timeThere(at, zone) {
  if (inZone(at, zone) === inZone(at, OWN_ZONE)) {
    return null;
  }
  const isSameDay = formatted(at, zone, DATE) === formatted(at, OWN_ZONE, DATE);
  return isSameDay ? formatted(at, zone, TIME) : inZone(at, zone);
}

function formatted(at, zone, options) {
  const key = `${zone} ${Object.keys(options)}`;
  if (!formats.has(key)) {
    formats.set(key, zoneFormat(zone, options));
  }
  return formats.get(key).format(new Date(at));
}

function zoneFormat(zone, options) {
  try {
    return new Intl.DateTimeFormat(undefined, { ...options, timeZone: zone });
  } catch {
    return new Intl.DateTimeFormat(undefined, { ...options, timeZone: "UTC", timeZoneName: "short" }); // the browser does not know it
  }
}
