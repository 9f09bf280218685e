// Something in front of the page, by the browser's own dialog: it keeps the focus in and gives it back.
import { html, useEffect, useRef } from "../app/html.js";
import { Icon } from "./icon.js";

export function Dialog({ title, onClose, children }) {
  const dialog = useRef(null);
  const isPressedOutside = useRef(false);
  useEffect(() => {
    dialog.current.showModal();
    return () => dialog.current?.close();
  }, []);
  const isOutside = (event) => event.target === dialog.current;
  // A text that is marked from inside to outside ends in a click there, which is not meant to close.
  const press = (event) => (isPressedOutside.current = isOutside(event));
  const closeOutside = (event) => isOutside(event) && isPressedOutside.current && onClose();
  return html`<dialog ref=${dialog} class="dialog" aria-label=${title} onClose=${onClose} onPointerDown=${press} onClick=${closeOutside}>
    <header class="dialog-head">
      <h2>${title}</h2>
      <button class="quiet icon-only" onClick=${onClose} aria-label="Close"><${Icon} name="close" /></button>
    </header>
    <div class="dialog-body">${children}</div>
  </dialog>`;
}
