// One mission opened: when it runs, what its workers are told, and what became of each slot.
import { change, post } from "../data/api.js";
import { day, exact, span } from "../data/time.js";
import { href } from "../app/router.js";
import { html, useCallback, useEffect, useRef, useState } from "../app/html.js";
import { refresh, useResource } from "../data/store.js";
import { useConcerns } from "../data/slots.js";
import { usePages } from "../data/pages.js";
import { Act } from "../parts/form.js";
import { Ago, Lasting } from "../parts/time.js";
import { Badge } from "../parts/badge.js";
import { Facts } from "../parts/facts.js";
import { Failure, Loading, Read } from "../parts/states.js";
import { inZone, OWN_ZONE, timeThere } from "../data/schedule.js";
import { MissionForm } from "./missions-form.js";
import { NextRun, ScheduleWords, SlotBadge } from "./missions.js";
import { Panel } from "../parts/panel.js";
import { Why } from "./why.js";

const KINDS = ["scheduled_mission.", "mission."];
const COMING = 5;

export function MissionPanel({ name, slot, onClose }) {
  const mission = useResource(`scheduled-missions/${encodeURIComponent(name)}`, KINDS);
  return html`<${Panel} title=${mission.data?.name ?? name} onClose=${onClose}>
    <${Read} from=${mission}>${(found) => html`<${Opened} mission=${found} slot=${slot} onClose=${onClose} />`}<//>
  <//>`;
}

function Opened({ mission, slot, onClose }) {
  const [isEditing, setEditing] = useState(false);
  return html`
    <${MissionActs} mission=${mission} isEditing=${isEditing} onEdit=${() => setEditing(!isEditing)} onClose=${onClose} />
    ${isEditing
      ? html`<${MissionForm} mission=${mission} onDone=${() => setEditing(false)} onCancel=${() => setEditing(false)} />`
      : html`
          <${MissionFacts} mission=${mission} />
          <section class="stack"><h3>Its workers are told</h3><p class="pre">${mission.prompt}</p></section>
          <${Coming} mission=${mission} />
        `}
    <section class="stack"><h3>Slots</h3><${History} mission=${mission} chosen=${slot} /></section>
    <${Why} id=${mission.id} />
  `;
}

function MissionActs({ mission, isEditing, onEdit, onClose }) {
  const path = `scheduled-missions/${mission.id}`;
  const act = async (name) => {
    await post(`${path}/${name}`);
    refresh("scheduled-missions?");
    [mission.id, mission.slug].forEach((each) => refresh(`scheduled-missions/${each}`));
    refresh(`missions?scheduled=${mission.id}`);
  };
  const removeIt = async () => {
    await change("DELETE", path, undefined, mission);
    onClose();
    refresh("scheduled-missions");
  };
  return html`<div class="actions">
    <${Act} onAct=${() => act("run")} done="It runs now.">Run now<//>
    ${mission.enabled
      ? html`<${Act} onAct=${() => act("disable")} done="It does not run by itself any more.">Disable<//>`
      : html`<${Act} onAct=${() => act("enable")} done="It runs by itself again.">Enable<//>`}
    <button aria-expanded=${isEditing} onClick=${onEdit}>Edit</button>
    <${Act} class="danger" sure="Remove it and its history?" onAct=${removeIt} done="It is removed.">Remove<//>
  </div>`;
}

const MISSED = { skip: "passed over", once: "the newest runs for all", all: "each runs" };
const OVERLAP = { skip: "passed over", queue: "it waits", parallel: "both run" };

function MissionFacts({ mission }) {
  const facts = [
    ["Runs", html`<${ScheduleWords} mission=${mission} />`],
    ["Next", mission.enabled ? html`<${NextRun} mission=${mission} />` : html`<${Badge} word="disabled" tone="faint" />`],
    ["Kind of work", mission.primitive],
    ["Tells", mission.conversationId && html`<a href=${href("fleet", mission.conversationId)}>${mission.conversationId}</a>`],
    ["Missed slots", `${MISSED[mission.missedRun]}; none later than ${span(mission.maxLatenessSeconds * 1000)}${mission.missedRun === "all" ? `, at most ${mission.maxCatchUp}` : ""}`],
    ["During a run", OVERLAP[mission.overlap]],
    ["May take", mission.timeoutSeconds && span(mission.timeoutSeconds * 1000)],
    ["Changed", html`<${Ago} at=${mission.updatedAt} />`],
  ];
  return html`<${Facts} facts=${facts} />`;
}

function Coming({ mission }) {
  const preview = useResource(`scheduled-missions/${mission.id}/preview`, useConcerns(mission.id), { n: COMING });
  return html`<section class="stack">
    <h3>${mission.enabled ? "Comes" : "Would come if it were enabled"}</h3>
    <${Read} from=${preview} rows="2">${({ slots }) => html`<${SlotTimes} slots=${slots} zone=${mission.timezone} />`}<//>
  </section>`;
}

/** Times of slots in the person's zone and, where another, in the mission's. */
export function SlotTimes({ slots, zone }) {
  if (slots.length === 0) {
    return html`<p class="muted">Never.</p>`;
  }
  return html`<ol class="lines">${slots.map((at) => {
    const there = timeThere(at, zone);
    return html`<li key=${at}><time datetime=${at} title=${exact(at)}>${inZone(at, OWN_ZONE)}</time> ${there && html`<span class="small muted">${there} in ${zone}</span>`}</li>`;
  })}</ol>`;
}

function History({ mission, chosen }) {
  const list = usePages("missions", ["mission."], { query: { scheduled: mission.id } });
  const more = useCallback(() => list.more(), [list.more]);
  if (list.items === undefined) {
    return list.error ? html`<${Failure} error=${list.error} />` : html`<${Loading} rows="3" />`;
  }
  if (list.items.length === 0) {
    return html`<p class="muted">None of its slots has come yet.</p>`;
  }
  return html`
    <${Failure} error=${list.error} />
    <ol class="slots">${list.items.map((slot) => html`<${Slot} key=${slot.id} slot=${slot} isChosen=${slot.id === chosen} />`)}</ol>
    ${!list.isWhole && html`<button onClick=${more}>Earlier ones</button>`}
  `;
}

function Slot({ slot, isChosen }) {
  const place = useRef(null);
  useEffect(() => {
    if (isChosen) {
      place.current.scrollIntoView({ block: "center" });
    }
  }, [isChosen]);
  return html`<li ref=${place} class="slot" data-chosen=${isChosen}>
    <div class="worker-line">
      <time datetime=${slot.slotAt} title=${exact(slot.slotAt)}>${inZone(slot.slotAt, OWN_ZONE)}</time>
      <${SlotBadge} slot=${slot} />
      ${slot.trigger === "person" && html`<${Badge} word="by hand" tone="faint" />`}
      <span class="grow"></span>
      ${slot.workerId && html`<a class="small" href=${href("workers", slot.workerId)}>worker ${slot.workerId}</a>`}
    </div>
    <p class="small muted wrap">${storyOf(slot)}</p>
  </li>`;
}

function storyOf(slot) {
  const { startedAt, finishedAt } = slot;
  const parts = [
    slot.slotCount > 1 && html`stands for ${slot.slotCount} slots since ${day(slot.firstSlotAt)}`,
    slot.lateBySeconds && html`${span(slot.lateBySeconds * 1000)} late`,
    startedAt && (finishedAt ? html`took <${Lasting} since=${startedAt} until=${finishedAt} />` : html`runs for <${Lasting} since=${startedAt} />`),
    slot.mergedInto ? html`merged into <a href=${href("missions", slot.mergedInto, { slot: "yes" })}>${slot.mergedInto}</a>` : slot.reason,
    slot.summary,
  ].filter(Boolean);
  return parts.map((part, index) => html`<span key=${index}>${index > 0 ? " · " : ""}${part}</span>`);
}
