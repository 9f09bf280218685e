package dev.engine.http.resource;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.DatabaseStatus;
import dev.engine.domain.database.Migration;
import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.hook.CanaryResult;
import dev.engine.http.api.Operation;
import dev.engine.services.health.EngineHealth;
import dev.engine.services.health.Health;
import dev.engine.services.health.RunningEngine;
import dev.engine.services.health.StoreRoom;
import dev.engine.services.loop.LoopStatus;
import dev.engine.wire.BackupJson;
import dev.engine.wire.CopyStandingJson;
import dev.engine.wire.Description;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/health}: how the engine fares, for people. What only watches asks /readyz. */
final class EngineHealthRoutes implements Routes {

  private final EngineHealth health;

  EngineHealthRoutes(EngineHealth health) {
    this.health = health;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(
                "/api/v1/health",
                "showHealth",
                "How the engine, its store, its hooks and its loops fare. What cannot be told is"
                    + " absent.")
            .answers(HealthJson.class, call -> HealthJson.of(health.now())));
  }

  /** How an engine fares, on the wire. */
  record HealthJson(
      @Description("when it was so") Instant at,
      HealthEngineJson engine,
      @Nullable HealthStoreJson store,
      HealthHooksJson hooks,
      @Description("the events last fired to see whether events arrive; absent if none were")
          @Nullable HealthCanaryJson canary,
      HealthBackupsJson backups,
      @Description("the copy of each commit in another folder; absent if none is set up")
          @Nullable CopyStandingJson copy,
      @Description("what it does again and again") List<HealthLoopJson> loops) {

    static HealthJson of(Health health) {
      return new HealthJson(
          health.at(),
          HealthEngineJson.of(health.engine(), health.at()),
          HealthStoreJson.of(health.store()),
          HealthHooksJson.of(health.hooks()),
          HealthCanaryJson.of(health.canary()),
          HealthBackupsJson.of(health.backups(), health.at()),
          CopyStandingJson.of(health.copy()),
          health.loops().stream().map(HealthLoopJson::of).toList());
    }
  }

  /** The process that answers. */
  record HealthEngineJson(String version, long pid, Instant startedAt, long uptimeSeconds) {

    static HealthEngineJson of(RunningEngine engine, Instant now) {
      return new HealthEngineJson(
          engine.version(),
          engine.pid(),
          engine.startedAt(),
          Duration.between(engine.startedAt(), now).toSeconds());
    }
  }

  /** The store, as it was up to ten seconds ago. */
  record HealthStoreJson(
      String file,
      long bytes,
      @Description("of the write-ahead log beside it") long walBytes,
      @Description("pages in that log, each change of a page anew") @Nullable Long walFrames,
      @Description("of these, how many a checkpoint has moved into the file")
          @Nullable Long walFramesMoved,
      long pages,
      @Description("of these, how many are unused") long freePages,
      int schemaVersion,
      @Description("migrations that wait to be applied") List<MigrationNumber> pendingMigrations,
      @Description("migrations that wait for the person's word")
          List<MigrationNumber> heldMigrations,
      @Description("the position of the newest event; 0 if there never was one") long journalHead,
      @Description("what may still be written to its disk") @Nullable Long diskFreeBytes) {

    static @Nullable HealthStoreJson of(Health.Store store) {
      return store.file().state() instanceof DatabaseStatus.State.Present present
          ? of(store, present)
          : null;
    }

    private static HealthStoreJson of(Health.Store store, DatabaseStatus.State.Present present) {
      StoreRoom room = store.room();
      return new HealthStoreJson(
          store.file().file().toString(),
          present.size().bytes(),
          present.size().walBytes(),
          room == null ? null : room.logFrames(),
          room == null ? null : room.movedLogFrames(),
          present.size().pages(),
          present.size().freePages(),
          present.version(),
          present.pending().stream().map(Migration::number).toList(),
          present.held().stream().map(held -> held.migration().number()).toList(),
          store.journalHead(),
          room == null ? null : room.freeDiskBytes());
    }
  }

  /** The canary's last flight. */
  record HealthCanaryJson(
      Instant flownAt,
      int arrivedCount,
      @Description("the events that did not arrive") List<String> lost,
      @Description("since when flights go wrong; absent if the last one was good")
          @Nullable Instant failingSince) {

    static @Nullable HealthCanaryJson of(@Nullable CanaryResult run) {
      return run == null
          ? null
          : new HealthCanaryJson(run.at(), run.arrivedCount(), run.lost(), run.failingSince());
    }
  }

  /** The backups. */
  record HealthBackupsJson(
      int count,
      @Description("absent if there is none") @Nullable BackupJson newest,
      @Description("of the newest") @Nullable Long ageSeconds) {

    static HealthBackupsJson of(List<Backup> newestFirst, Instant now) {
      if (newestFirst.isEmpty()) {
        return new HealthBackupsJson(0, null, null);
      }
      Backup newest = newestFirst.getFirst();
      return new HealthBackupsJson(
          newestFirst.size(),
          BackupJson.of(newest),
          Duration.between(newest.takenAt(), now).toSeconds());
    }
  }

  /** How a loop has fared. */
  record HealthLoopJson(
      String name,
      @Description("when its last round was finished; absent before") @Nullable Instant lastRoundAt,
      long rounds,
      @Description("of its last rounds, how many failed in a row") int failuresInARow,
      @Description("what the last failed one said") @Nullable String lastFailure,
      @Description("whether there will be no more rounds until an engine is started anew")
          boolean ended) {

    static HealthLoopJson of(LoopStatus loop) {
      return new HealthLoopJson(
          loop.name(),
          loop.lastAt(),
          loop.rounds(),
          loop.failuresInARow(),
          loop.lastFailure(),
          loop.hasEnded());
    }
  }
}
