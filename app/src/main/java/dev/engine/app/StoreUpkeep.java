package dev.engine.app;

import dev.engine.domain.Changes;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.install.HomeFolder;
import dev.engine.persistence.SqliteDatabase;
import dev.engine.persistence.SqliteStorage;
import dev.engine.services.loop.Loop;
import dev.engine.services.loop.Loop.Rest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the database file needs while an engine has it open. */
final class StoreUpkeep {

  /** Below it, a log costs nobody anything. */
  private static final long SMALL_WAL_BYTES = 1L << 20;

  /** Above it, it is emptied even while others write: half of what one hour may make of it. */
  private static final long LARGE_WAL_BYTES = 32L << 20;

  /** Writers wait meanwhile, so not for long. */
  private static final Duration CHECKPOINT_PATIENCE = Duration.ofMillis(200);

  /** What is lost with a disk is to be what came within a second. */
  private static final Duration COPY_INTERVAL = Duration.ofMillis(500);

  /** What goes wrong with the files is to be known within a second. */
  private static final Duration WATCH_INTERVAL = Duration.ofMillis(500);

  private final StoreWatch watch;
  private final LongReads longReads;
  private final SqliteDatabase database;
  private final SqliteStorage storage;
  private final Changes changes;
  private final Optional<CopyUpkeep> copy;
  private long versionBefore;

  /**
   * @param copy the continuous copy, for which the log is kept until it is copied
   */
  StoreUpkeep(
      HomeFolder home, SqliteDatabase database, SqliteStorage storage, Optional<CopyUpkeep> copy) {
    this.copy = copy;
    this.watch = new StoreWatch(home.database(), database, storage);
    this.longReads = new LongReads(storage);
    this.database = database;
    this.storage = storage;
    this.changes = storage.changes();
    this.versionBefore = changes.version();
  }

  /** Each of its loops; the quick check is done at the start and then once a day. */
  List<Loop> loops() {
    List<Loop> loops =
        new ArrayList<>(
            List.of(
                new Loop("quick-check", Duration.ofDays(1), this::quickCheck),
                new Loop("checkpoint", Duration.ofSeconds(30), this::checkpoint),
                new Loop("store-files", WATCH_INTERVAL, WATCH_INTERVAL, this::watchFiles),
                new Loop("long-reads", Duration.ofSeconds(2), longReads)));
    copy.ifPresent(upkeep -> loops.add(new Loop("copy", COPY_INTERVAL, upkeep)));
    return loops;
  }

  /** In this loop, because that of the copy may hang with the copy's disk. */
  private Rest watchFiles() {
    copy.ifPresent(CopyUpkeep::relieve);
    return watch.run();
  }

  private Rest quickCheck() {
    List<String> problems = database.quickCheck();
    if (!problems.isEmpty()) {
      throw new StorageRefused(
          "the database is damaged: %s; `engine db verify` says more"
              .formatted(problems.getFirst()));
    }
    return Rest.NOTHING_LEFT;
  }

  /** When nothing was written since the last look, or the log has grown too long. */
  private Rest checkpoint() {
    storage.requireLog(); // or it would copy a log that is not ours into the file
    long version = changes.version();
    boolean isIdle = version == versionBefore;
    versionBefore = version;
    long bytes = storage.walBytes();
    if (bytes > (isIdle ? SMALL_WAL_BYTES : LARGE_WAL_BYTES)) {
      empty();
    }
    return Rest.NOTHING_LEFT;
  }

  private void empty() {
    if (copy.isEmpty() || !copy.get().emptiesLog()) {
      database.checkpoint(CHECKPOINT_PATIENCE);
    }
  }
}
