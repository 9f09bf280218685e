// Where each kind of thing is shown.
import { href } from "./router.js";

const health = () => href("health");

/** By the name that the engine has for a kind. */
const PLACES = {
  backup: health,
  contact: (id) => href("contacts", id),
  hooks: health,
  migration: health,
  mission: (id) => href("missions", id, { slot: "yes" }), // it is a slot; the schedule is a scheduled_mission
  notification: (id) => href("notifications", id),
  ping: () => href("attention"),
  priority: () => href("priorities"),
  scheduled_mission: (id) => href("missions", id),
  session: (id) => href("fleet", id),
  spool: health,
  staged_item: (id) => href("portal", id),
  store: health,
  worker: (id) => href("workers", id),
};

/** The address at which a thing is shown; null if no view shows things of that kind. */
export function placeOf(kind, id) {
  return PLACES[kind]?.(id) ?? null;
}
