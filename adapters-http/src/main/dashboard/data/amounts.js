// Money, counts and sizes as people read them.
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

/** Bytes as "3.4 MB". */
export function bytes(count) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = count < 1 ? 0 : Math.min(Math.floor(Math.log10(count) / 3), units.length - 1);
  const value = count / 1000 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
}
