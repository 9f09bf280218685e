// Drawn on a grid of 24 with one line width; they decorate words and are not read out.
import { html } from "../app/html.js";

const PATHS = {
  engine: "M4 12a8 8 0 0 1 16 0M7 16a5 5 0 0 1 10 0M12 12v8M4 20h16",
  fleet: "M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z",
  attention: "M12 4 3 20h18zM12 10v4M12 17v.5",
  brief: "M5 4h14v16H5zM8 8h8M8 12h8M8 16h5",
  workers: "M4 7h10M4 12h16M4 17h7M18 5v4M15 15v4",
  missions: "M5 6h14v14H5zM5 10h14M9 3v4M15 3v4M9 14h2M13 14h2",
  notifications: "M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 20h4",
  portal: "M4 6h16v10H4zM8 20h8M12 16v4M8 11l3 2 5-4",
  priorities: "M5 6h2M10 6h9M5 12h2M10 12h9M5 18h2M10 18h9",
  contacts: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M5 20a7 7 0 0 1 14 0",
  timeline: "M6 4v16M6 8h5M6 13h10M6 18h7",
  health: "M3 12h4l3-7 4 14 3-7h4",
  keys: "M4 7h16v10H4zM8 11h.5M12 11h.5M16 11h.5M9 14h6",
  "theme-system": "M4 5h16v11H4zM9 20h6M12 16v4",
  "theme-light": "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5 19 19M19 5l-1.5 1.5M6.5 17.5 5 19",
  "theme-dark": "M20 14a8 8 0 1 1-10-10 7 7 0 0 0 10 10z",
  close: "M6 6l12 12M18 6 6 18",
  chevron: "M9 6l6 6-6 6",
  jump: "M4 5h16v14H4zM8 9l3 3-3 3M13 15h4",
  plus: "M12 5v14M5 12h14",
  grip: "M9 6h.5M9 12h.5M9 18h.5M15 6h.5M15 12h.5M15 18h.5",
};

export function Icon({ name }) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name]} /></svg>`;
}
