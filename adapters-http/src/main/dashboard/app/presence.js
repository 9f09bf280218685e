// How the page speaks up when it is not looked at: the tab's title and icon, and the desktop.
import { html, useEffect, useRef, useState } from "./html.js";

const MOST_SHOWN = 9;

/** Shows a count in the tab. @param title of the view; null for none */
export function useTabCount(count, title) {
  useEffect(() => {
    if (title === null) {
      document.title = "Engine";
      return; // no icon would be given out
    }
    document.title = `${count > 0 ? `(${count}) ` : ""}${title} · Engine`;
    document.querySelector("link[rel=icon]").href = `/assets/icon/${Math.min(count, MOST_SHOWN + 1)}.svg`;
  }, [count, title]);
}

const keyOf = (item) => `${item.kind} ${item.subjectId} ${item.since}`;

/** Tells the desktop of what is new among `items`, if the person has allowed it. Undefined: not known yet. */
export function useDesktopNotices(items) {
  const known = useRef(null);
  useEffect(() => {
    if (items === undefined) {
      return;
    }
    const fresh = known.current === null ? [] : items.filter((item) => !known.current.has(keyOf(item)));
    known.current = new Set(items.map(keyOf));
    if (globalThis.Notification?.permission === "granted" && document.hidden) {
      fresh.slice(0, 3).forEach(tell);
    }
  }, [items]);
}

function tell(item) {
  const notice = new Notification("Engine", { body: item.reason, tag: keyOf(item) });
  notice.onclick = () => {
    focus();
    location.hash = "#/attention";
    notice.close();
  };
}

/** Asks for the right to tell the desktop; gone once that is decided. */
export function DesktopSwitch() {
  const [permission, setPermission] = useState(globalThis.Notification?.permission ?? "denied");
  if (permission !== "default") {
    return null;
  }
  const ask = async () => setPermission(await Notification.requestPermission());
  return html`<button class="quiet desktop" onClick=${ask}>Notify me on the desktop</button>`;
}
