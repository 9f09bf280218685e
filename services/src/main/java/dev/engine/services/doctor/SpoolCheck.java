package dev.engine.services.doctor;

import dev.engine.domain.hook.HookBacklog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** That what hooks leave behind is stored soon, and that they have no need to leave it behind. */
public final class SpoolCheck implements Check {

  /** A background process stores an event within a second or so. */
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Supplier<HookBacklog> backlog;
  private final Path spool;
  private final InstantSource clock;

  /**
   * @param spool the folder that it is about
   */
  public SpoolCheck(Supplier<HookBacklog> backlog, Path spool, InstantSource clock) {
    this.backlog = backlog;
    this.spool = spool;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "spool";
  }

  @Override
  public Finding look() {
    HookBacklog now = backlog.get();
    if (now.setAsideCount() > 0) {
      return new Finding.Warn(
          "%d that are no whole events were set aside in %s/aside"
              .formatted(now.setAsideCount(), spool),
          "look at them, and delete them when you know why: nothing else needs them");
    }
    if (isStuck(now)) {
      return new Finding.Warn(
          "%d events wait in %s since %s".formatted(now.waitingCount(), spool, now.waitingSince()),
          "run `engine status`, which stores them or says what the database lacks");
    }
    return isBroken(now)
        ? new Finding.Warn(
            "five hooks in a row took too long: until %s all write to the spool"
                .formatted(now.spoolOnlyUntil()),
            "see whether an engine is running that does not answer; nothing is lost")
        : new Finding.Pass("%d events wait".formatted(now.waitingCount()));
  }

  private boolean isStuck(HookBacklog now) {
    Instant since = now.waitingSince();
    return since != null && since.plus(SOON).isBefore(clock.instant());
  }

  private boolean isBroken(HookBacklog now) {
    Instant until = now.spoolOnlyUntil();
    return until != null && until.isAfter(clock.instant());
  }
}
