// Files that the person takes from the page: made here, so that what an agent wrote is never a page of its own.

/** Long enough for the browser to have begun; the text is let go then. */
const KEPT_MILLIS = 30_000;

/** Lets the browser save `text` as a file. */
export function save(name, text, type = "text/plain") {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MILLIS);
}
