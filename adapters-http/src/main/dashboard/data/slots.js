// The slots of a mission, as far as a calendar shows them: most missions have a few, and some one each minute.
import { useMemo } from "../app/html.js";
import { useResource } from "./store.js";

const FEW_PAST = 50;
const MOST_PAST = 500;
const FEW_COMING = 40;
const MOST_COMING = 200;

const isAbout = (id) => (event) => event.data.scheduledMissionId === id || (event.entityKind === "scheduled_mission" && event.entityId === id);

/** What says whether an event tells of a mission or of one of its slots; where there are many, most tell of others. */
export function useConcerns(mission) {
  return useMemo(() => isAbout(mission), [mission]);
}

/** `few`, or `most` where those do not reach as far as is shown. */
function useAsMany(path, concerns, query, size, [few, most], isEnough) {
  const some = useResource(path, concerns, { ...query, [size]: few });
  const isTooFew = some.data !== undefined && !isEnough(some.data);
  const many = useResource(isTooFew ? path : null, concerns, { ...query, [size]: most });
  return many.data === undefined ? some : many;
}

/**
 * The newest slots of a mission, the latest first.
 *
 * @param from the earliest time that is shown, as text; without one, a few will do
 */
export function usePastSlots(mission, from = "9999") {
  const concerns = useConcerns(mission);
  const isEnough = ({ items, next }) => next === undefined || items.at(-1).slotAt < from;
  return useAsMany("missions", concerns, { scheduled: mission }, "limit", [FEW_PAST, MOST_PAST], isEnough);
}

/**
 * The next slots of a mission, the earliest first.
 *
 * @param mission its id; null for none
 * @param to the latest time that is shown, as text
 */
export function useComingSlots(mission, to) {
  const concerns = useConcerns(mission);
  const path = mission === null ? null : `scheduled-missions/${mission}/preview`;
  const isEnough = ({ slots }) => slots.length < FEW_COMING || slots.at(-1) > to;
  return useAsMany(path, concerns, {}, "n", [FEW_COMING, MOST_COMING], isEnough);
}

/** Whether more slots may follow those that were read of a mission. */
export const mayGoOn = ({ slots }) => slots.length === FEW_COMING || slots.length === MOST_COMING;
