// What is left of the page when the engine no longer knows this browser: nothing but the way in.
import { html, useEffect } from "./html.js";

export function SignedOut() {
  useEffect(() => {
    document.title = "Engine";
  }, []);
  return html`<main class="gate">
    <h1>Signed out</h1>
    <p>This browser's time is over, or the engine was started anew. Run this in your project and open the link that it prints:</p>
    <pre><code>engine dashboard</code></pre>
  </main>`;
}
