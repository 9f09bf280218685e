// What runs by itself: each mission with what became of its slots and when the next ones come.
import { get } from "../data/api.js";
import { go, href } from "../app/router.js";
import { html, useEffect, useState } from "../app/html.js";
import { inWords, inZone, OWN_ZONE, timeThere } from "../data/schedule.js";
import { useResource } from "../data/store.js";
import { Ago } from "../parts/time.js";
import { Badge } from "../parts/badge.js";
import { Empty, Failure, Read } from "../parts/states.js";
import { Icon } from "../parts/icon.js";
import { MissionPanel } from "./missions-mission.js";
import { MissionDialog } from "./missions-form.js";
import { Rows } from "../parts/rows.js";
import { SlotCalendar } from "./missions-calendar.js";
import { usePastSlots } from "../data/slots.js";

const KINDS = ["scheduled_mission.", "mission."];
const MOST_MISSIONS = 200;

export function Missions({ route }) {
  const missions = useResource("scheduled-missions", KINDS, { limit: MOST_MISSIONS });
  const [isAdding, setAdding] = useState(false);
  const opened = useOpened(route);
  return html`
    <div class="view-head">
      <h1>Missions</h1>
      <div class="filters"><button class="primary" onClick=${() => setAdding(true)}><${Icon} name="plus" />Schedule a mission</button></div>
    </div>
    <${Failure} error=${opened.error} />
    <div class="split">
      <div class="stack">
        <${Read} from=${missions} rows="5">${({ items, next }) => html`<${Board} missions=${items} chosen=${opened.mission} />${next && html`<p class="muted small">Only the first ${MOST_MISSIONS} are shown.</p>`}`}<//>
      </div>
      ${opened.mission && html`<${MissionPanel} key=${opened.mission} name=${opened.mission} slot=${opened.slot} onClose=${() => go(href("missions"))} />`}
    </div>
    ${isAdding && html`<${MissionDialog} onClose=${() => setAdding(false)} />`}
  `;
}

/** Which mission the address means: by its slug or id, or by the id of one of its slots. */
function useOpened({ id, query }) {
  const isSlot = query.slot !== undefined;
  const [found, setFound] = useState({ id: null, mission: null, error: null });
  useEffect(() => {
    if (isSlot && id !== null) {
      get(`missions/${encodeURIComponent(id)}`).then(
        (slot) => setFound({ id, mission: slot.scheduledMissionId, error: null }),
        (error) => setFound({ id, mission: null, error }),
      );
    }
  }, [id, isSlot]);
  if (!isSlot) {
    return { mission: id, slot: null, error: null };
  }
  return found.id === id ? { ...found, slot: id } : { mission: null, slot: null, error: null };
}

function Board({ missions, chosen }) {
  if (missions.length === 0) {
    return html`<${Empty} title="Nothing runs by itself yet">
      <p>Schedule a mission above, or with <code>engine mission add</code>: a worker begins at each of its slots while an engine serves.</p>
    <//>`;
  }
  return html`
    <${SlotCalendar} missions=${missions} />
    <${Rows} class="missions">
      ${missions.map((mission) => html`<${MissionCard} key=${mission.id} mission=${mission} isChosen=${chosen === mission.id || chosen === mission.slug} />`)}
    <//>
  `;
}

function MissionCard({ mission, isChosen }) {
  const past = usePastSlots(mission.id);
  const last = past.data?.items[0];
  return html`<article class="card mission" data-chosen=${isChosen} data-off=${!mission.enabled}>
    <header class="conversation-head">
      <a class="conversation-name clip" data-row href=${href("missions", mission.slug)} title=${mission.name}>${mission.name}</a>
      ${!mission.enabled && html`<${Badge} word="disabled" tone="faint" />`}
      ${last && html`<span class="small muted">last</span><${SlotBadge} slot=${last} />`}
    </header>
    <p class="small"><${ScheduleWords} mission=${mission} /></p>
    <p class="small muted">${!mission.enabled ? "does not run by itself" : mission.nextSlotAt ? html`next <${NextRun} mission=${mission} />` : "never runs again"}</p>
  </article>`;
}

/** When it runs: in words where there are simple ones, and as it is written. */
export function ScheduleWords({ mission }) {
  const words = inWords(mission.schedule);
  return html`${words && html`${words} `}<code class="muted">${mission.schedule}</code> <span class="muted">${mission.timezone}</span>`;
}

/** Its next slot in the person's time and, where another, in its own. */
export function NextRun({ mission }) {
  const { nextSlotAt: at, timezone } = mission;
  if (!at) {
    return "never again";
  }
  const there = timeThere(at, timezone);
  return html`<${Ago} at=${at} />, ${inZone(at, OWN_ZONE)}${there && html` <span title=${`On the clocks of ${timezone}`}>(${there} there)</span>`}`;
}

/** What became of a slot. */
export function SlotBadge({ slot }) {
  return slot.mergedInto ? html`<${Badge} word="merged" tone="faint" />` : html`<${Badge} word=${slot.status} />`;
}
