// A mission to be scheduled or changed; while its schedule is written, the engine says when that is.
import { ApiError, change, get, post, postOnce } from "../data/api.js";
import { Form, SelectField, TextField } from "../parts/form.js";
import { go, href } from "../app/router.js";
import { html, useEffect, useId, useState } from "../app/html.js";
import { inWords, OWN_ZONE } from "../data/schedule.js";
import { refresh } from "../data/store.js";
import { ConversationField } from "../parts/conversation-field.js";
import { Dialog } from "../parts/dialog.js";
import { PrimitiveField } from "./workers-spawn.js";
import { SlotTimes } from "./missions-mission.js";

const SHOWN_SLOTS = 5;
const TYPING_MILLIS = 300;
const MINUTE = 60;
const HOUR = 3600;
const EXAMPLES = "Five cron fields as 0 7 * * mon-fri, @daily, every 15m, or once 2026-01-05T09:00.";
const MISSED = [["once", "the newest runs for all"], ["skip", "pass over them"], ["all", "run each"]];
const OVERLAP = [["skip", "pass over it"], ["queue", "let it wait"], ["parallel", "run both"]];

/** What stands in place of a field that is emptied: what is absent would stay as it is. No limit of its own is 0. */
const WITHOUT = { maxLatenessSeconds: 24 * HOUR, maxCatchUp: 10, timeoutSeconds: 0 };

export function MissionDialog({ onClose }) {
  return html`<${Dialog} title="Schedule a mission" onClose=${onClose}>
    <${MissionForm} onDone=${onClose} onCancel=${onClose} />
  <//>`;
}

/** What the engine is sent, of what the fields say. */
function planOf({ maxLatenessHours, maxCatchUp, timeoutMinutes, ...rest }) {
  return {
    ...rest,
    ...(maxLatenessHours && { maxLatenessSeconds: Math.round(Number(maxLatenessHours) * HOUR) }),
    ...(maxCatchUp && { maxCatchUp: Number(maxCatchUp) }),
    ...(timeoutMinutes && { timeoutSeconds: Math.round(Number(timeoutMinutes) * MINUTE) }),
  };
}

/** Changes a mission unless its plan is another one than was `seen`; that a slot came meanwhile is no matter. */
async function amend(seen, plan) {
  const path = `scheduled-missions/${seen.id}`;
  const current = await get(path);
  if (current.updatedAt !== seen.updatedAt) {
    throw new ApiError(412, { detail: "Somebody else has changed it meanwhile: cancel, and look at it again first." });
  }
  await change("PATCH", path, { ...WITHOUT, ...plan }, current);
}

/** @param mission the one to change; none for a new one */
export function MissionForm({ mission, onDone, onCancel }) {
  const [schedule, setSchedule] = useState(mission?.schedule ?? "");
  const [timezone, setTimezone] = useState(mission?.timezone ?? OWN_ZONE);
  const [seen] = useState(mission);
  const send = async (values) => {
    const plan = planOf(values);
    if (mission === undefined) {
      const added = await post("scheduled-missions", { ...plan, name: plan.name ?? plan.slug });
      go(href("missions", added.slug));
    } else {
      await amend(seen, plan);
    }
    refresh("scheduled-missions");
  };
  return html`<${Form} submit=${mission ? "Save" : "Schedule it"} onSend=${send} done=${mission ? "It is changed." : "It runs by itself from now on."} onDone=${onDone} onCancel=${onCancel}>
    ${mission === undefined && html`<${TextField} label="Short name" name="slug" required maxlength="64" spellcheck="false" hint="Lower-case letters, digits and dashes." />`}
    <${TextField} label="Name" name="name" value=${seen?.name} maxlength="200" required=${mission !== undefined} isFirst=${mission !== undefined} />
    <${TextField} label="What its workers are told" name="prompt" rows="4" value=${seen?.prompt} required />
    <div class="fields">
      <${TextField} label="Schedule" name="schedule" value=${schedule} required spellcheck="false" hint=${EXAMPLES} onInput=${(event) => setSchedule(event.target.value)} />
      <${ZoneField} value=${timezone} onInput=${setTimezone} />
    </div>
    <${SchedulePreview} schedule=${schedule} timezone=${timezone} />
    ${mission === undefined && html`<div class="fields"><${PrimitiveField} value="research" /><${ConversationField} label="Who is told of each run" /></div>`}
    <details class="why">
      <summary>Missed slots, overlap and limits</summary>
      <div class="fields">
        <${SelectField} label="Slots that nothing ran in time" name="missedRun" value=${seen?.missedRun ?? "once"} options=${MISSED} />
        <${SelectField} label="A slot during an earlier run" name="overlap" value=${seen?.overlap ?? "skip"} options=${OVERLAP} />
        <${TextField} label="Hours a slot may be late" name="maxLatenessHours" type="number" min="0.02" step="any" value=${seen && seen.maxLatenessSeconds / HOUR} hint="24 without." />
        <${TextField} label="Runs to catch up at most" name="maxCatchUp" type="number" min="1" max="1000" value=${seen?.maxCatchUp} hint="10 without." />
        <${TextField} label="Minutes a run may take" name="timeoutMinutes" type="number" min="0.1" step="any" value=${seen?.timeoutSeconds && seen.timeoutSeconds / MINUTE} />
      </div>
    </details>
  <//>`;
}

function ZoneField({ value, onInput }) {
  const id = useId();
  return html`
    <${TextField} label="Zone" name="timezone" list=${id} value=${value} required spellcheck="false" hint="An IANA name, such as Europe/Berlin." onInput=${(event) => onInput(event.target.value)} />
    <datalist id=${id}>${Intl.supportedValuesOf("timeZone").map((zone) => html`<option key=${zone} value=${zone} />`)}</datalist>
  `;
}

/** When a schedule would come; or what the engine has against it. */
function SchedulePreview({ schedule, timezone }) {
  const [preview, setPreview] = useState(null);
  useEffect(() => {
    if (schedule.trim() === "" || timezone.trim() === "") {
      setPreview(null);
      return undefined;
    }
    let isOutdated = false;
    const timer = setTimeout(async () => {
      const next = await previewOf(schedule.trim(), timezone.trim());
      isOutdated || setPreview(next);
    }, TYPING_MILLIS);
    return () => {
      isOutdated = true;
      clearTimeout(timer);
    };
  }, [schedule, timezone]);
  return html`<div class="preview" role="status" aria-label="When that is">
    ${preview === null && html`<p class="small muted">When that is shows here.</p>`}
    ${preview?.error && html`<p class="small tone" data-tone="bad">${preview.error.message}</p>`}
    ${preview?.slots && html`<p class="small"><strong>${inWords(schedule) ?? "Next"}</strong></p><${SlotTimes} slots=${preview.slots.map((slot) => slot.at)} zone=${preview.timezone} />`}
  </div>`;
}

async function previewOf(schedule, timezone) {
  try {
    const { slots } = await postOnce("scheduled-missions/preview", { schedule, timezone, n: SHOWN_SLOTS });
    return { slots, timezone };
  } catch (error) {
    return { error };
  }
}
