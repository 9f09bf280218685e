package dev.engine.services.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookBacklog;
import dev.engine.domain.hook.HookCallExamples;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.services.Engine;
import dev.engine.services.doctor.Finding.Pass;
import dev.engine.services.doctor.Finding.Warn;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class HookChecksTest {

  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

  private final InMemoryStorage storage = new InMemoryStorage();

  @Test
  void eventsThatHaveJustComeMayWait() {
    assertThat(spool(new HookBacklog(3, NOW.minusSeconds(30), 0, null, null)))
        .isEqualTo(new Pass("3 events wait"));
  }

  @Test
  void eventsThatWaitForLongAreOdd() {
    assertThat(spool(new HookBacklog(3, NOW.minusSeconds(31), 0, null, null)))
        .isEqualTo(
            new Warn(
                "3 events wait in /project/.engine/run/spool since 2026-01-05T11:59:29Z",
                "run `engine status`, which stores them or says what the database lacks"));
  }

  @Test
  void whatWasSetAsideIsTold() {
    assertThat(spool(new HookBacklog(0, null, 2, NOW, null)))
        .isEqualTo(
            new Warn(
                "2 that are no whole events were set aside in /project/.engine/run/spool/aside",
                "look at them, and delete them when you know why: nothing else needs them"));
  }

  @Test
  void anOpenBreakerIsTold() {
    assertThat(spool(new HookBacklog(0, null, 0, null, NOW.plusSeconds(1))))
        .isEqualTo(
            new Warn(
                "five hooks in a row took too long: until 2026-01-05T12:00:01Z all write to the"
                    + " spool",
                "see whether an engine is running that does not answer; nothing is lost"));
    assertThat(spool(new HookBacklog(0, null, 0, null, NOW))).isEqualTo(new Pass("0 events wait"));
  }

  @Test
  void theSlowestCallsAreTold() {
    record(1, "Stop", Door.ENGINE, Duration.ofMillis(3));
    record(2, "SessionStart", Door.ONE_SHOT, Duration.ofNanos(61_250_000));
    record(3, "Stop", Door.SPOOL, Duration.ofHours(1));

    assertThat(times())
        .isEqualTo(
            new Pass(
                "of 2 calls the slowest were SessionStart by one-shot: median 61.3 ms, 99 % below"
                    + " 61.3 ms"));
  }

  @Test
  void callsThatHeldTheirSessionsUpAreTold() {
    record(1, "Stop", Door.ENGINE, Duration.ofMillis(3));
    record(2, "Stop", Door.ENGINE, Duration.ofMillis(2_001));

    assertThat(times())
        .isEqualTo(
            new Warn(
                "1 of 2 calls took more than 2 s",
                "see what holds the database or slows this machine; `engine serve` makes hooks"
                    + " faster"));
  }

  @Test
  void withoutCallsThereAreNoTimes() {
    assertThat(times()).isEqualTo(new Pass("no hook was called yet"));
  }

  private void record(int number, String event, Door door, Duration took) {
    storage.hookCalls().record(HookCallExamples.call(number, event, door, took, NOW));
  }

  private Finding times() {
    Engine engine = new Engine(storage, () -> NOW, new SplittableRandom(1));
    return new HookTimesCheck(() -> engine.hooks().times()).look();
  }

  private static Finding spool(HookBacklog backlog) {
    return new SpoolCheck(() -> backlog, Path.of("/project/.engine/run/spool"), () -> NOW).look();
  }
}
