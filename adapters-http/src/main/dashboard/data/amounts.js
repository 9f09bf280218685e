// Money and counts as people read them.
const USD_FORMAT = new Intl.NumberFormat(undefined, { style: "currency", currency: "USD" });
const SMALL_USD_FORMAT = new Intl.NumberFormat(undefined, { style: "currency", currency: "USD", maximumSignificantDigits: 2 });
const COUNT_FORMAT = new Intl.NumberFormat(undefined, { notation: "compact", maximumSignificantDigits: 3 });

/** US dollars as "$1.23"; what is less than a cent keeps two digits that say something. */
export function dollars(amount) {
  return (amount > 0 && amount < 0.01 ? SMALL_USD_FORMAT : USD_FORMAT).format(amount);
}

/** A count as "15.4K". */
export function count(amount) {
  return COUNT_FORMAT.format(amount);
}

/** The first line that says something, without the marks of a heading. */
export function headline(text) {
  const line = text.split("\n").find((each) => each.trim() !== "") ?? "";
  return line.replace(/^#+\s*/, "").trim();
}
