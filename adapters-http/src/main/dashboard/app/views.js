// Every view of the page, in the order of the navigation. A new view is a module in views/ and a line here.
import { Attention } from "../views/attention.js";
import { Contacts } from "../views/contacts.js";
import { Fleet } from "../views/fleet.js";
import { Health } from "../views/health.js";
import { Portal } from "../views/portal.js";
import { Priorities } from "../views/priorities.js";
import { Timeline } from "../views/timeline.js";

/** name: in the address; key: after g; group: what stands together. */
export const VIEWS = [
  { name: "fleet", title: "Fleet", key: "f", group: "now", component: Fleet },
  { name: "attention", title: "Attention", key: "a", group: "now", component: Attention },
  { name: "portal", title: "Portal", key: "p", group: "yours", component: Portal },
  { name: "priorities", title: "Priorities", key: "r", group: "yours", component: Priorities },
  { name: "contacts", title: "Contacts", key: "c", group: "yours", component: Contacts },
  { name: "timeline", title: "Timeline", key: "t", group: "engine", component: Timeline },
  { name: "health", title: "Health", key: "h", group: "engine", component: Health },
];
