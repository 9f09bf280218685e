// Something in front of the page, by the browser's own dialog: it keeps the focus in and gives it back.
import { html, useEffect, useRef } from "../app/html.js";
import { Icon } from "./icon.js";

export function Dialog({ title, onClose, children }) {
  const dialog = useRef(null);
  useEffect(() => {
    dialog.current.showModal();
    return () => dialog.current?.close();
  }, []);
  const closeOutside = (event) => event.target === dialog.current && onClose();
  return html`<dialog ref=${dialog} class="dialog" aria-label=${title} onClose=${onClose} onClick=${closeOutside}>
    <header class="dialog-head">
      <h2>${title}</h2>
      <button class="quiet icon-only" onClick=${onClose} aria-label="Close"><${Icon} name="close" /></button>
    </header>
    <div class="dialog-body">${children}</div>
  </dialog>`;
}
