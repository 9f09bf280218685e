// What is seen of the page while the engine does not know this browser: nothing but the way in. The page itself
// stays as it is behind it, for somebody may have been writing; nobody sees, reaches or hears it.
import { feed } from "../data/feed.js";
import { html, useEffect, useLayoutEffect, useRef, useState } from "./html.js";
import { onAccess } from "../data/api.js";

/** Whether the engine does not know this browser. */
export function useSignedOut() {
  const [isSignedOut, setSignedOut] = useState(false);
  useEffect(() => onAccess(setSignedOut), []);
  return isSignedOut;
}

export function Gate() {
  return useSignedOut() ? html`<${SignedOut} />` : null;
}

/** In front of all, also of a dialog that was open: the style sheet takes the page away as long as it is there. */
function SignedOut() {
  const gate = useRef(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    gate.current.showModal();
    addEventListener("focus", tryAgain);
    return () => {
      removeEventListener("focus", tryAgain);
      requestAnimationFrame(() => before?.focus()); // once it can be seen again
    };
  }, []);
  const stay = (event) => event.preventDefault();
  return html`<dialog ref=${gate} class="gate-layer" aria-label="Signed out" onCancel=${stay} onClose=${() => gate.current?.showModal()}>
    <main class="gate">
      <h1>Signed out</h1>
      <p>This browser's time is over, or the engine was started anew. Run this in your project and open the link that it prints:</p>
      <pre><code>engine dashboard</code></pre>
      <p>Once that tab is open, this one goes on where it was.</p>
      <p><button onClick=${tryAgain}>Try again</button></p>
    </main>
  </dialog>`;
}

const tryAgain = () => feed.retryNow();
