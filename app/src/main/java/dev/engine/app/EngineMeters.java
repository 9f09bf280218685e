package dev.engine.app;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.database.BackupStanding;
import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.worker.WorkerFilter;
import dev.engine.domain.worker.WorkerStatus;
import dev.engine.hooks.WaitingHooks;
import dev.engine.http.metrics.Metrics;
import dev.engine.http.metrics.Metrics.Latencies;
import dev.engine.persistence.SqliteStorage;
import dev.engine.persistence.WriterGauge;
import dev.engine.services.BackupCare;
import dev.engine.services.loop.LoopStatus;
import dev.engine.services.loop.Loops;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a running engine counts of itself, for {@code /metrics}. */
final class EngineMeters implements WriterGauge {

  /** Far more than live at once. */
  private static final Page ENOUGH = Page.first(new Limit(1_000));

  private static final double MILLIS_PER_SECOND = 1e3;

  private final Metrics metrics = new Metrics();
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final Latencies phases =
      metrics.latencies(
          "engine_writer_phase_seconds",
          "How long a batch of writes waited for its turn, worked, and was committed.",
          "phase");

  EngineMeters() {
    metrics.gauge("engine_writer_writes", "Writes that became durable.", written::get);
    metrics.gauge("engine_writer_failures", "Writes that were not stored.", refused::get);
  }

  Metrics metrics() {
    return metrics;
  }

  /** Counts what is in {@code storage}, too. */
  void watch(SqliteStorage storage) {
    metrics.gauge("engine_writer_queue", "Writes that wait now.", storage::waitingWrites);
    metrics.gauge("engine_wal_bytes", "Size of the write-ahead log.", storage::walBytes);
    metrics.gauges(
        "engine_sessions", "Live sessions by state.", "state", () -> sessionsByState(storage));
    metrics.gauges(
        "engine_workers",
        "Workers that have not ended, by state.",
        "state",
        () -> workersByState(storage));
  }

  /** Tells how old the backups of its database are, too. */
  void watch(BackupCare backups, InstantSource clock) {
    metrics.gauges(
        "engine_backup_age_seconds",
        "Age of the newest good backup, and of the newest one whose trial succeeded.",
        "kind",
        () -> backupAges(backups.standing(), clock.instant()));
    metrics.gauge(
        "engine_backup_failing",
        "1 if something failed after the newest good backup.",
        () -> backups.standing().trouble() == null ? 0 : 1);
  }

  /** Tells how far the continuous copy is behind, too. */
  void watch(CopyUpkeep copy, InstantSource clock) {
    metrics.gauges(
        "engine_copy_lag_seconds",
        "How long ago the continuous copy had all that was committed.",
        "copy",
        () -> copyLag(copy.standing(), clock.instant()));
    metrics.gauge(
        "engine_copy_shipped_bytes",
        "Bytes that were copied since the start.",
        () -> copy.standing().shippedBytes());
    metrics.gauge(
        "engine_copy_failing",
        "1 if the continuous copy stands still.",
        () -> copy.standing().trouble() == null ? 0 : 1);
  }

  /** Counts how the loops fare, too. */
  void watch(Loops loops) {
    metrics.gauges(
        "engine_loop_rounds",
        "Finished rounds of a loop.",
        "loop",
        () -> each(loops, LoopStatus::rounds));
    metrics.gauges(
        "engine_loop_failures",
        "Failed rounds of a loop since the last success.",
        "loop",
        () -> each(loops, LoopStatus::failuresInARow));
    metrics.gauges(
        "engine_loop_ended",
        "1 if the thread of a loop is gone.",
        "loop",
        () -> each(loops, loop -> loop.hasEnded() ? 1 : 0));
  }

  /** Counts the hooks that wait, too. */
  void watch(WaitingHooks waiting) {
    metrics.gauge("engine_waiting_hooks", "Hooks that wait to wake their session.", waiting::count);
  }

  @Override
  public void committed(int writes, Duration turn, Duration work, Duration commit) {
    written.addAndGet(writes);
    phases.took(turn, "turn");
    phases.took(work, "work");
    phases.took(commit, "commit");
  }

  @Override
  public void failed(int writes) {
    refused.addAndGet(writes);
  }

  private static Map<String, ? extends Number> each(
      Loops loops, Function<LoopStatus, ? extends Number> number) {
    return loops.status().stream().collect(Collectors.toMap(LoopStatus::name, number::apply));
  }

  private static Map<String, Long> backupAges(BackupStanding standing, Instant now) {
    Map<String, Long> ages = new LinkedHashMap<>();
    if (standing.latest() != null) {
      ages.put("good", standing.latest().ageAt(now).toSeconds());
    }
    if (standing.proven() != null) {
      ages.put("proven", standing.proven().ageAt(now).toSeconds());
    }
    return ages;
  }

  private static Map<String, Double> copyLag(CopyStanding copy, Instant now) {
    return copy.lagAt(now)
        .map(lag -> Map.of("complete", lag.toMillis() / MILLIS_PER_SECOND))
        .orElse(Map.of());
  }

  private static Map<String, Long> sessionsByState(Storage storage) {
    return storage.sessionViews().list(SessionFilter.LIVE, ENOUGH).items().stream()
        .collect(Collectors.groupingBy(EngineMeters::state, Collectors.counting()));
  }

  private static String state(Session session) {
    return switch (session.state()) {
      case Session.State.Working working -> working.activity().wireName();
      case Session.State.Waiting waiting -> "waiting_for_" + waiting.want().wireName();
      case Session.State.Ended ended -> "ended";
    };
  }

  private static Map<String, Integer> workersByState(Storage storage) {
    return Stream.of(WorkerStatus.PENDING, WorkerStatus.RUNNING)
        .collect(Collectors.toMap(WorkerStatus::wireName, status -> count(storage, status)));
  }

  private static int count(Storage storage, WorkerStatus status) {
    return storage.workers().list(new WorkerFilter(status, null, null), ENOUGH).items().size();
  }
}
