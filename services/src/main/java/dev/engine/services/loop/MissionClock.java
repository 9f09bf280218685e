package dev.engine.services.loop;

import dev.engine.domain.Changes;
import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.mission.Agenda;
import dev.engine.domain.mission.MissionRuns;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.ScheduledMissions;
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

  private static final Page FRONT = Page.first(new Limit(500));

  private final ScheduledMissions scheduled;
  private final MissionRuns runs;
  private final Changes changes;
  private final Timetables timetables;
  private final Path outputs;
  private final InstantSource clock;

  private boolean isPlanned;
  private long seen;
  private @Nullable Instant nextSlotAt = Instant.MIN;

  /**
   * @param storage in the name of whom missions run
   * @param outputs the folder in which every worker has its own
   */
  public MissionClock(Storage storage, Timetables timetables, Path outputs, InstantSource clock) {
    this.scheduled = storage.scheduledMissions();
    this.runs = storage.missionRuns();
    this.changes = storage.changes();
    this.timetables = timetables;
    this.outputs = outputs;
    this.clock = clock;
  }

  @Override
  public Rest run() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (!isPlanned) {
      advance(unplanned(), now);
      isPlanned = true;
    }
    long version = changes.version();
    if (version != seen || (nextSlotAt != null && !nextSlotAt.isAfter(now))) {
      Agenda agenda = runs.agenda(now);
      advance(agenda.due(), now);
      nextSlotAt = agenda.nextSlotAt();
      seen = version;
    }
    return Rest.NOTHING_LEFT;
  }

  /** Those whose next slot nobody has worked out: they were stored before anything could. */
  private List<ScheduledMissionId> unplanned() {
    Listed<ScheduledMission> listed = scheduled.list(FRONT);
    List<ScheduledMission> all = new ArrayList<>(listed.items());
    while (listed.next() != null) {
      listed = scheduled.list(FRONT.after(listed.next()));
      all.addAll(listed.items());
    }
    return all.stream()
        .filter(mission -> mission.enabled() && mission.nextSlotAt() == null)
        .map(ScheduledMission::id)
        .toList();
  }

  /** One that cannot be moved on must not hold up the others; the round has failed all the same. */
  private void advance(List<ScheduledMissionId> due, Instant now) {
    RuntimeException last = null;
    for (ScheduledMissionId mission : due) {
      try {
        runs.advance(mission, timetables, outputs, now);
      } catch (RuntimeException failure) {
        last = failure;
      }
    }
    if (last != null) {
      throw last;
    }
  }
}
