// The page: the rail, what waits for the person on top, and one view.
import { AttentionStrip, useAttention } from "../views/attention.js";
import { refresh } from "../data/store.js";
import { html, useEffect, useRef, useState } from "./html.js";
import { Boundary } from "../parts/boundary.js";
import { Connection } from "./connection.js";
import { DesktopSwitch, useDesktopNotices, useTabCount } from "./presence.js";
import { go, href, useRoute } from "./router.js";
import { Help } from "./help.js";
import { Icon } from "../parts/icon.js";
import { Navigation } from "./navigation.js";
import { THEMES, useTheme } from "./theme.js";
import { Toasts } from "./toasts.js";
import { turnShortcuts, useShortcuts } from "./shortcuts.js";
import { useKept } from "./kept.js";
import { useSignedOut } from "./signed-out.js";
import { scrollList, useFocusOfView } from "./view-focus.js";
import { VIEWS } from "./views.js";

/** Time makes things wait too, which no event tells: a pause that is over, a mission that is late, a full disk. */
const RENEWED_MILLIS = 15_000;

export function App() {
  const isSignedOut = useSignedOut();
  const route = useRoute();
  const view = VIEWS.find((each) => each.name === route.view) ?? VIEWS[0];
  const attention = useAttention();
  const items = attention.data?.items;
  const [isHelping, setHelping] = useState(false);
  const [theme, setTheme] = useTheme();
  const main = useRef(null);
  const [keys, setKeys] = useKept("engine.keys", "on");
  const nextTheme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];

  useEffect(() => turnShortcuts(keys === "off"), [keys]);
  useEffect(() => {
    const timer = setInterval(() => isSignedOut || refresh("attention"), RENEWED_MILLIS); // the tab counts, seen or not
    return () => clearInterval(timer);
  }, [isSignedOut]);
  useTabCount(isSignedOut ? 0 : (items?.length ?? 0), isSignedOut ? null : view.title);
  useDesktopNotices(items);
  useShortcuts({
    "?": () => setHelping(true),
    d: () => setTheme(nextTheme),
    x: () => document.querySelector(".strip .waiting :is(button, a)")?.focus(),
    "/": () => main.current.querySelector("input[type=search], .filters input, .filters select")?.focus(),
    ...Object.fromEntries(VIEWS.map((each) => [`g ${each.key}`, () => go(href(each.name))])),
  });
  useEffect(() => main.current.scrollTo?.(0, 0), [view.name]);
  useFocusOfView(main, view.name);

  return html`
    <a class="skip" href="#main" onClick=${(event) => (event.preventDefault(), main.current.focus())}>To the content</a>
    <header class="top">
      <a class="brand" href=${href("fleet")}><${Icon} name="engine" />Engine</a>
      <${Connection} />
      <span class="grow"></span>
      <${DesktopSwitch} />
      <button class="quiet icon-only" onClick=${() => setTheme(nextTheme)} aria-label=${`Theme: ${theme}`} title=${`Theme: ${theme} (d)`}><${Icon} name=${`theme-${theme}`} /></button>
      <button class="quiet icon-only" onClick=${() => setHelping(true)} aria-label="Keys" title="Keys (?)"><${Icon} name="keys" /></button>
    </header>
    <${Navigation} current=${view.name} counts=${{ attention: items?.length ?? 0 }} />
    <div class="page">
      ${view.name !== "attention" && html`<${AttentionStrip} items=${items} error=${attention.error} />`}
      <main ref=${main} id="main" tabindex="-1" onKeyDown=${scrollList} aria-label=${view.title} class=${`view view-${view.name}`}>
        <${Boundary} key=${view.name}><${view.component} route=${route} /><//>
      </main>
    </div>
    ${isHelping && html`<${Help} onClose=${() => setHelping(false)} keys=${keys} onKeys=${setKeys} />`}
    <${Toasts} />
  `;
}
