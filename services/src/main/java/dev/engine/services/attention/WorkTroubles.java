package dev.engine.services.attention;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionFilter;
import dev.engine.domain.mission.MissionStatus;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerFilter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What work came to nothing: workers that failed, missions that failed, were passed over or are
 * late.
 */
final class WorkTroubles implements AttentionSource {

  /** Of each kind; nobody reads on beyond it. */
  private static final Limit ENOUGH = new Limit(1_000);

  private static final Page FRONT = Page.first(ENOUGH);
  private static final Page LATEST = Page.first(new Limit(1));

  private final Storage storage;

  WorkTroubles(Storage storage) {
    this.storage = storage;
  }

  @Override
  public Stream<AttentionItem> at(Instant now) {
    return Stream.of(failedWorkers(now), failingMissions(), skippedMissions(), overdueMissions(now))
        .flatMap(items -> items);
  }

  /**
   * One that did the work of a mission is the mission's item, which goes when that runs well. One
   * that was cancelled is none: somebody has looked at it.
   */
  private Stream<AttentionItem> failedWorkers(Instant now) {
    Instant since = now.minus(AttentionItem.FAILURE_SHOWN_FOR);
    return storage.workers().list(WorkerFilter.FAILED, FRONT).items().stream()
        .filter(worker -> storage.missions().by(worker.id()).isEmpty())
        .flatMap(
            worker ->
                worker.state() instanceof Worker.State.Failed failed && failed.at().isAfter(since)
                    ? Stream.of(AttentionItem.of(worker, failed))
                    : Stream.empty());
  }

  private Stream<AttentionItem> failingMissions() {
    return storage.missions().failing(ENOUGH).stream()
        .flatMap(
            mission ->
                mission.state() instanceof Mission.State.Failed failed
                    ? failing(mission, failed)
                    : Stream.empty());
  }

  private Stream<AttentionItem> failing(Mission mission, Mission.State.Failed failed) {
    return readable(mission.slot().mission()).stream()
        .map(scheduled -> AttentionItem.of(scheduled, mission, failed));
  }

  /** Of each enabled mission the latest slot, if it was passed over. */
  private Stream<AttentionItem> skippedMissions() {
    MissionFilter skipped = new MissionFilter(null, MissionStatus.SKIPPED);
    return storage.missions().history(skipped, FRONT).items().stream()
        .map(slot -> slot.slot().mission())
        .distinct()
        .flatMap(id -> readable(id).stream())
        .filter(ScheduledMission::enabled)
        .flatMap(this::latestIfSkipped);
  }

  private Stream<AttentionItem> latestIfSkipped(ScheduledMission mission) {
    return storage.missions().history(MissionFilter.of(mission.id()), LATEST).items().stream()
        .flatMap(
            slot ->
                slot.state() instanceof Mission.State.Skipped skipped
                    ? Stream.of(AttentionItem.of(mission, slot, skipped))
                    : Stream.empty());
  }

  /** Empty also for one that cannot be read: {@link #overdueMissions} tells of that. */
  private Optional<ScheduledMission> readable(ScheduledMissionId id) {
    try {
      return storage.scheduledMissions().find(id);
    } catch (StorageRefused unreadable) {
      return Optional.empty();
    }
  }

  private Stream<AttentionItem> overdueMissions(Instant now) {
    return storage.missionRuns().agenda(now).due().stream().flatMap(id -> overdue(id, now));
  }

  /** One that cannot be read must not hide all else that waits. */
  private Stream<AttentionItem> overdue(ScheduledMissionId id, Instant now) {
    try {
      return storage.scheduledMissions().find(id).stream()
          .flatMap(
              mission ->
                  Stream.ofNullable(mission.overdueSince(now))
                      .map(due -> AttentionItem.ofOverdue(mission, due)));
    } catch (StorageRefused unreadable) {
      Instant day = now.truncatedTo(ChronoUnit.DAYS);
      return Stream.of(
          AttentionItem.ofUnreadable(id, day, String.valueOf(unreadable.getMessage())));
    }
  }
}
