package dev.engine.services.loop;

import dev.engine.domain.Changes;
import dev.engine.domain.Storage;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.mission.Agenda;
import dev.engine.domain.mission.MissionRuns;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Timetables;
import dev.engine.services.loop.Loop.Rest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has missions run when they are due, and what waits when it can. What came while no engine ran is
 * decided on in the first round; from then on it looks only when something was stored, or when the
 * next slot has come.
 *
 * <p>Runs in one thread at a time. Of engines on the same store each may have one.
 */
public final class MissionClock implements Loop.Work {

  private final MissionRuns runs;
  private final Changes changes;
  private final Timetables timetables;
  private final Path outputs;
  private final InstantSource clock;

  /**
   * Whose next slot is still to be worked out, for they were stored before anything could; null
   * before the first round.
   */
  private @Nullable List<ScheduledMissionId> unplanned;

  private long seen;
  private @Nullable Instant nextSlotAt = Instant.MIN;

  /**
   * @param storage in the name of whom missions run
   * @param outputs the folder in which every worker has its own
   */
  public MissionClock(Storage storage, Timetables timetables, Path outputs, InstantSource clock) {
    this.runs = storage.missionRuns();
    this.changes = storage.changes();
    this.timetables = timetables;
    this.outputs = outputs;
    this.clock = clock;
  }

  @Override
  public Rest run() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<RuntimeException> failures = new ArrayList<>();
    unplanned = advance(unplanned == null ? runs.unplanned() : unplanned, now, failures);
    long version = changes.version();
    if (version != seen || (nextSlotAt != null && !nextSlotAt.isAfter(now))) {
      Agenda agenda = runs.agenda(now);
      if (advance(agenda.due(), now, failures).isEmpty()) {
        nextSlotAt = agenda.nextSlotAt();
        seen = version;
      }
    }
    tell(failures);
    return Rest.NOTHING_LEFT;
  }

  /**
   * One that cannot be moved on must not hold up the others.
   *
   * @return those that cannot
   */
  private List<ScheduledMissionId> advance(
      List<ScheduledMissionId> due, Instant now, List<RuntimeException> failures) {
    List<ScheduledMissionId> left = new ArrayList<>();
    for (ScheduledMissionId mission : due) {
      try {
        runs.advance(mission, timetables, outputs, now);
      } catch (StorageRefused refusal) { // which may well be of its own row
        left.add(mission);
        failures.add(
            new StorageRefused(
                "mission %s cannot be moved on: %s".formatted(mission, refusal.getMessage()),
                refusal));
      } catch (RuntimeException failure) {
        left.add(mission);
        failures.add(failure);
      }
    }
    return left;
  }

  /** The round has failed all the same. */
  private static void tell(List<RuntimeException> failures) {
    if (!failures.isEmpty()) {
      RuntimeException first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }
}
