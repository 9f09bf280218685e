// Every view of the page, in the order of the navigation. A new view is a module in views/ and a line here.
import { Attention } from "../views/attention.js";
import { BriefView } from "../views/brief.js";
import { Contacts } from "../views/contacts.js";
import { Fleet } from "../views/fleet.js";
import { Health } from "../views/health.js";
import { Missions } from "../views/missions.js";
import { Notifications } from "../views/notifications.js";
import { Portal } from "../views/portal.js";
import { Priorities } from "../views/priorities.js";
import { Timeline } from "../views/timeline.js";
import { Workers } from "../views/workers.js";

/** name: in the address; key: after g; group: what stands together. */
export const VIEWS = [
  { name: "fleet", title: "Fleet", key: "f", group: "now", component: Fleet },
  { name: "attention", title: "Attention", key: "a", group: "now", component: Attention },
  { name: "brief", title: "Brief", key: "b", group: "now", component: BriefView },
  { name: "workers", title: "Workers", key: "w", group: "work", component: Workers },
  { name: "missions", title: "Missions", key: "m", group: "work", component: Missions },
  { name: "notifications", title: "Notifications", key: "n", group: "work", component: Notifications },
  { name: "portal", title: "Portal", key: "p", group: "yours", component: Portal },
  { name: "priorities", title: "Priorities", key: "r", group: "yours", component: Priorities },
  { name: "contacts", title: "Contacts", key: "c", group: "yours", component: Contacts },
  { name: "timeline", title: "Timeline", key: "t", group: "engine", component: Timeline },
  { name: "health", title: "Health", key: "h", group: "engine", component: Health },
];
