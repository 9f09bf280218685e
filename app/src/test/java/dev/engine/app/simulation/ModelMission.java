package dev.engine.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.journal.Event;
import dev.engine.domain.mission.MissedRun;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.MissionPolicies;
import dev.engine.domain.mission.Overlap;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.worker.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What has become of the slots of one mission, as its events tell it. */
final class ModelMission {

  private static final Duration IN_TIME = Duration.ofMinutes(1);

  /** What is stored as one row: a slot, several that were passed over, or a run that was wanted. */
  static final class Row {
    private final MissionId id;
    private final boolean isWanted;
    private Instant last;
    private long count;
    private String status;
    private @Nullable WorkerId worker;

    private Row(MissionId id, Event event) {
      this.id = id;
      this.isWanted = !ModelWorker.fact(event, "trigger").isEmpty();
      this.last = slot(event);
      this.count = count(event);
      this.status = ModelWorker.fact(event, "status");
    }

    MissionId id() {
      return id;
    }

    @Nullable WorkerId worker() {
      return worker;
    }

    String status() {
      return status;
    }

    private boolean isGoing() {
      return worker != null && isWaitingOrAtWork();
    }

    private boolean isInLine() {
      return worker == null && status.equals("pending");
    }

    private boolean isWaitingOrAtWork() {
      return status.equals("pending") || status.equals("running");
    }

    /** Fails unless {@code stored} is what the journal has made of it. */
    void requireExplains(Mission stored) {
      assertThat(stored.status().wireName()).as("status of %s", stored).isEqualTo(status);
      assertThat(stored.worker()).as("worker of %s", stored).isEqualTo(worker);
      assertThat(stored.slot().at()).as("slot of %s", stored).isEqualTo(last);
      assertThat(stored.occasion().slotCount()).as("slots of %s", stored).isEqualTo(count);
    }
  }

  /** Slots that were decided on together. */
  private record Span(Instant first, Instant last) {}

  /**
   * A time in which a mission was enabled.
   *
   * @param first its first slot; null if none came
   */
  private record Stretch(Series series, @Nullable Instant first, List<Span> decided) {

    /** The first that is not decided on; null if there is none. */
    @Nullable Instant requireWithoutGap() {
      Instant expected = first;
      decided.sort(Comparator.comparing(Span::first));
      for (Span span : decided) {
        assertThat(span.first()).as("the next slot of %s", decided).isEqualTo(expected);
        assertThat(series.has(span.last())).isTrue();
        expected = series.after(span.last());
      }
      return expected;
    }
  }

  private final MissionPlan plan;
  private final List<Event> events = new ArrayList<>();
  private final Map<MissionId, Row> rows = new LinkedHashMap<>();
  private final List<Stretch> stretches = new ArrayList<>();
  private boolean isEnabled;

  ModelMission(MissionPlan plan) {
    this.plan = plan;
  }

  MissionPlan plan() {
    return plan;
  }

  boolean isEnabled() {
    return isEnabled;
  }

  Row row(MissionId id) {
    return Objects.requireNonNull(rows.get(id), id::toString);
  }

  /** It was added or enabled. */
  void enable(Event event) {
    events.add(event);
    assertThat(isEnabled).isFalse();
    isEnabled = true;
    Instant at = event.happening().at();
    Series series = FleetSchedules.series(plan.schedule(), at);
    Instant last = lastDecided();
    Instant after = last == null || last.isBefore(at) ? at : last;
    stretches.add(new Stretch(series, series.after(after), new ArrayList<>()));
  }

  void disable(Event event) {
    events.add(event);
    assertThat(isEnabled).isTrue();
    isEnabled = false;
  }

  /**
   * A row of it was recorded, or has changed.
   *
   * @param worker who does its work; null if nobody does
   * @return the row as it is now
   */
  Row record(MissionId id, Event event, @Nullable WorkerId worker) {
    events.add(event);
    Row row = rows.get(id);
    if (row == null) {
      return add(id, event, worker);
    }
    long more = count(event) - row.count;
    if (more > 0) {
      assertThat(row.status).as("goes on as %s: %s", row.id, this).isEqualTo("skipped");
      row.count += more;
      row.last = slot(event);
      decided(row.last, more, event);
      requireSkipIsJust(row.last, event);
    }
    row.status = ModelWorker.fact(event, "status");
    return row;
  }

  /** A run that waited has a worker. */
  Row release(MissionId id, Event event, WorkerId worker) {
    events.add(event);
    Row row = Objects.requireNonNull(rows.get(id));
    assertThat(row.isInLine() && going() == 0).as("released: %s %s", id, this).isTrue();
    assertThat(rows.values().stream().filter(Row::isInLine).map(other -> other.last))
        .as("waits longer than %s: %s", id, this)
        .noneMatch(other -> other.isBefore(row.last));
    row.worker = worker;
    return row;
  }

  private Row add(MissionId id, Event event, @Nullable WorkerId worker) {
    Row row = new Row(id, event);
    if (!row.isWanted) {
      requireJust(row, event, worker);
      decided(row.last, row.count, event);
    }
    row.worker = worker;
    rows.put(id, row);
    return row;
  }

  private void decided(Instant last, long count, Event event) {
    assertThat(last)
        .as("decided before it came: %s", this)
        .isBeforeOrEqualTo(event.happening().at());
    Stretch now = stretches.getLast();
    now.decided().add(new Span(now.series().first(last, count), last));
  }

  /** Holds one decision against the policies, by itself. */
  private void requireJust(Row row, Event event, @Nullable WorkerId worker) {
    MissionPolicies policies = plan.policies();
    Instant now = event.happening().at();
    int going = going();
    int waiting = waiting();
    if (row.status.equals("skipped")) {
      requireSkipIsJust(row.last, event);
      return;
    }
    boolean isTooLate = row.last.plus(policies.maxLateness()).isBefore(now);
    assertThat(isTooLate).as("too late: %s", this).isFalse();
    if (policies.missedRun() != MissedRun.ALL) {
      Instant newest = stretches.getLast().series().latest(now);
      assertThat(row.last).as("not the newest: %s", this).isEqualTo(newest);
    }
    if (policies.missedRun() == MissedRun.SKIP) {
      assertThat(row.last.plus(IN_TIME)).as("missed: %s", this).isAfterOrEqualTo(now);
    }
    if (worker == null) {
      assertThat(going + waiting).as("waits for nothing: %s", this).isPositive();
      assertThat(waiting).as("too many wait: %s", this).isLessThan(policies.maxCatchUp());
    } else if (policies.overlap() != Overlap.PARALLEL) {
      assertThat(going + waiting).as("runs beside another: %s", this).isZero();
    }
  }

  private void requireSkipIsJust(Instant last, Event event) {
    MissionPolicies policies = plan.policies();
    Instant now = event.happening().at();
    String reason = ModelWorker.fact(event, "reason");
    boolean isJust =
        switch (reason) {
          case "" -> isMergedIntoLater(last, event);
          case "nothing ran it in time" ->
              policies.missedRun() == MissedRun.SKIP
                  && (last.plus(IN_TIME).isBefore(now) || isFollowedBy(last, now));
          case "the previous run was still going" ->
              policies.overlap() == Overlap.SKIP && going() + waiting() > 0;
          default ->
              reason.startsWith("it was more than ")
                  ? last.plus(policies.maxLateness()).isBefore(now)
                  : reason.startsWith("only the newest ")
                      ? policies.missedRun() == MissedRun.ALL
                      : reason.endsWith(" runs waited already")
                          && waiting() >= policies.maxCatchUp();
        };
    assertThat(isJust).as("skipped: %s", this).isTrue();
  }

  private boolean isFollowedBy(Instant slot, Instant now) {
    Instant next = stretches.getLast().series().after(slot);
    return next != null && !next.isAfter(now);
  }

  private boolean isMergedIntoLater(Instant last, Event event) {
    String into = ModelWorker.fact(event, "mergedInto");
    Row row = into.isEmpty() ? null : rows.get(new MissionId(into));
    return plan.policies().missedRun() == MissedRun.ONCE
        && row != null
        && row.last.isAfter(last)
        && row.isWaitingOrAtWork();
  }

  /** How many runs have a worker that has not finished. */
  int going() {
    return (int) rows.values().stream().filter(Row::isGoing).count();
  }

  /** How many runs wait for an earlier one. */
  int waiting() {
    return (int) rows.values().stream().filter(Row::isInLine).count();
  }

  private @Nullable Instant lastDecided() {
    return stretches.stream()
        .flatMap(stretch -> stretch.decided().stream())
        .map(Span::last)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Each slot that has come is in exactly one row, and the next one is the one that is stored. */
  void requireAccounted(ScheduledMission stored) {
    Instant next = null;
    for (Stretch stretch : stretches) {
      next = stretch.requireWithoutGap();
    }
    assertThat(stored.nextSlotAt()).as("the next slot: %s", this).isEqualTo(next);
    assertThat(stored.enabled()).isEqualTo(isEnabled);
  }

  private static Instant slot(Event event) {
    return Instant.parse(ModelWorker.fact(event, "slotAt"));
  }

  private static long count(Event event) {
    String count = ModelWorker.fact(event, "slots");
    return count.isEmpty() ? 1 : Long.parseLong(count);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("mission " + plan.slug() + ": " + plan.timing());
    events.forEach(event -> text.append("\n  ").append(ModelWorker.line(event)));
    return text.toString();
  }
}
