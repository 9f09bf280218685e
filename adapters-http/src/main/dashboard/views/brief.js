// What is new since the person looked last: what came to nothing first, what ended by itself last.
// It stands still while it is read; that there is more since is said.
import { clock, day, exact } from "../data/time.js";
import { dollars } from "../data/amounts.js";
import { feed } from "../data/feed.js";
import { go, href } from "../app/router.js";
import { html, useEffect, useState } from "../app/html.js";
import { placeOf } from "../app/places.js";
import { post } from "../data/api.js";
import { refresh, useResource } from "../data/store.js";
import { Act } from "../parts/form.js";
import { Ago } from "../parts/time.js";
import { Empty, Read } from "../parts/states.js";

const SPANS = [["", "Since I looked"], ["1h", "The last hour"], ["8h", "The last 8 hours"], ["1d", "The last day"], ["3d", "The last 3 days"], ["7d", "The last week"], ["30d", "The last 30 days"]];

/** What may be news; the rest of the journal never is. */
const NEWS = /^(worker\.(completed|failed|cancelled|asked)|mission\.|session\.(started|ended|waiting)|ping\.|notification\.(confirmed|dead|expired)|staged_item\.)/;

const TOPICS = {
  failed: { title: "Came to nothing", tone: "bad", all: () => href("workers", null, { status: "failed" }) },
  lost: { title: "Lost sessions", tone: "bad", all: () => href("timeline", null, { kind: "session.ended" }) },
  asked: { title: "Waits for you", tone: "warn", all: () => href("attention") },
  not_told: { title: "Not told", tone: "bad", all: () => href("notifications", null, { only: "dead" }) },
  skipped: { title: "Passed over", tone: "warn", all: () => href("missions") },
  finished: { title: "Finished", tone: "good", all: () => href("workers", null, { status: "complete" }) },
  staged: { title: "Staged for you", tone: "warn", all: () => href("portal") },
  told: { title: "Told", tone: "idle", all: () => href("notifications", null, { only: "told" }) },
  started: { title: "Sessions that began", tone: "idle", all: () => href("fleet") },
  ended: { title: "Sessions that ended", tone: "idle", all: () => href("timeline", null, { kind: "session.ended" }) },
};

export function BriefView({ route }) {
  const since = route.query.since ?? "";
  const brief = useResource("brief", [], { since });
  const newer = useNewer(brief.data?.upTo);
  const looked = async () => {
    await post("brief/looked", { upTo: brief.data.upTo });
    go(href("brief"));
    refresh("brief");
  };
  return html`
    <div class="view-head">
      <h1>Brief</h1>
      <div class="filters">
        <select aria-label="Since when" value=${since} onChange=${(event) => go(href("brief", null, { since: event.target.value }))}>
          ${SPANS.map(([value, title]) => html`<option key=${value} value=${value} selected=${value === since}>${title}</option>`)}
        </select>
        ${newer > 0 && html`<button onClick=${() => refresh("brief")}>${newer} more since: read again</button>`}
        ${brief.data && html`<${Act} class="primary" onAct=${looked} done="From here on it is new.">Mark as looked<//>`}
      </div>
    </div>
    <${Read} from=${brief} rows="6">${(found) => html`<${Brief} brief=${found} />`}<//>
  `;
}

/** How much of what may be news came behind an event. */
function useNewer(upTo) {
  const [newer, setNewer] = useState(0);
  useEffect(() => {
    setNewer(0);
    return feed.listen((event) => event !== null && event.position > upTo && NEWS.test(event.kind) && setNewer((before) => before + 1));
  }, [upTo]);
  return newer;
}

function Brief({ brief }) {
  const { since, whole, groups, spentUsd } = brief;
  return html`
    <p class="muted brief-since">
      ${since ? html`Since <${Ago} at=${since} />, ${exact(since)}.` : "You have not looked yet: all that the journal tells."}
      ${!whole && " So much happened that the oldest of it is left out."}
      ${spentUsd > 0 && html` Workers cost <strong>${dollars(spentUsd)}</strong> in that time.`}
    </p>
    ${groups.length === 0
      ? html`<${Empty} title="Nothing is new">What finishes, fails, asks or is staged comes here. Choose an earlier moment above to look back.<//>`
      : html`<div class="brief">${groups.map((group) => html`<${Group} key=${group.topic} group=${group} />`)}</div>`}
  `;
}

function Group({ group }) {
  const { title, tone, all } = TOPICS[group.topic] ?? { title: group.topic, tone: "idle", all: () => href("timeline") };
  const rest = group.count - group.newest.length;
  return html`<section class="card brief-group" aria-label=${title}>
    <h2><span class="count" data-tone=${tone}>${group.count}</span> ${title}</h2>
    <ol class="brief-items">
      ${group.newest.toReversed().map((item) => html`<li key=${item.event}>
        <a class="wrap" href=${moreOf(item, group.topic)}>${item.text}</a>
        <time class="small muted" datetime=${item.at} title=${exact(item.at)}>${isToday(item.at) ? "" : `${day(item.at)} `}${clock(item.at)}</time>
      </li>`)}
    </ol>
    <a class="small" href=${all()}>${rest > 0 ? `${rest} more` : "All of that kind"}</a>
  </section>`;
}

const isToday = (at) => new Date(at).toDateString() === new Date().toDateString();

/** Where more is told of a piece of news. */
function moreOf({ subjectKind = "session", subjectId, event }, topic) {
  if (subjectKind === "session" && topic !== "asked") {
    return href("timeline", null, { session: subjectId }); // only what lives is in the fleet
  }
  return placeOf(subjectKind, subjectId) ?? href("timeline", String(event));
}
