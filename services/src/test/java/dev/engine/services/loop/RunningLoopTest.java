package dev.engine.services.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.services.loop.Loop.Rest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RunningLoopTest {

  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private final StorageUnavailable busy = new StorageUnavailable("busy");

  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();

  /** Of each failure that was told, the how manieth in a row it was. */
  private final List<Integer> tellings = new ArrayList<>();

  @AfterEach
  void forgetThatTheThreadWasAskedToStop() {
    Thread.interrupted();
  }

  @Test
  void itRestsBetweenRounds() {
    LoopStatus status = run(MINUTE, Rest.NOTHING_LEFT, Rest.NOTHING_LEFT, Rest.NOTHING_LEFT);

    assertThat(pauses).containsExactly(MINUTE, MINUTE, MINUTE);
    assertThat(status).isEqualTo(new LoopStatus("sweep", 3, 0, 0, NOW, null, false));
  }

  @Test
  void itDoesNotRestWhileMoreIsLeft() {
    run(MINUTE, Rest.MORE_TO_DO, Rest.MORE_TO_DO, Rest.NOTHING_LEFT);

    assertThat(pauses).containsExactly(MINUTE);
  }

  @Test
  void aFailureIsToldAndTheLoopGoesOn() {
    LoopStatus status = run(MINUTE, busy, Rest.NOTHING_LEFT);

    assertThat(failed).containsExactly("sweep: busy");
    assertThat(status).isEqualTo(new LoopStatus("sweep", 2, 1, 0, NOW, busy.toString(), false));
  }

  @Test
  void anErrorIsToldLikeAnyFailureAndTheLoopGoesOn() {
    Error tooDeep = new StackOverflowError("too deep");

    LoopStatus status = run(MINUTE, tooDeep, tooDeep, Rest.NOTHING_LEFT);

    assertThat(failed).containsExactly("sweep: too deep", "sweep: too deep");
    assertThat(status).isEqualTo(new LoopStatus("sweep", 3, 2, 0, NOW, tooDeep.toString(), false));
  }

  @Test
  void itGoesOnAlsoWhereNobodyCanBeToldOfAFailure() {
    LoopStatus status = run(MINUTE, new StorageUnavailable("untold"), Rest.NOTHING_LEFT);

    assertThat(failed).isEmpty();
    assertThat(status.rounds()).isEqualTo(2);
  }

  @Test
  void afterFailuresInARowItRestsLongerUpToFiveMinutes() {
    LoopStatus status = run(MINUTE, busy, busy, busy, busy, Rest.NOTHING_LEFT, busy);

    assertThat(pauses).extracting(Duration::toMinutes).containsExactly(2L, 4L, 5L, 5L, 1L, 2L);
    assertThat(status.failuresInARow()).isEqualTo(1);
  }

  @Test
  void whatHasItsTurnSeldomIsTriedAgainSoon() {
    run(Duration.ofDays(1), busy, Rest.NOTHING_LEFT);

    assertThat(pauses).containsExactly(Duration.ofMinutes(5), Duration.ofDays(1));
  }

  @Test
  void oneThatWatchesGoesOnWatchingAfterFailures() {
    Duration second = Duration.ofSeconds(1);

    run(work -> new Loop("watch", second, second, work), busy, busy, busy);

    assertThat(pauses).containsExactly(second, second, second);
  }

  @Test
  void whatLastsIsToldLessAndLessOftenAndThenEachFiveMinutes() {
    Duration second = Duration.ofSeconds(1);
    Object[] anHour = Collections.nCopies(3_600, busy).toArray();

    run(work -> new Loop("workers", second, second, work), anHour);

    assertThat(tellings)
        .startsWith(1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 512, 600, 900, 1_024)
        .endsWith(3_300, 3_600)
        .hasSize(12 + 12);
  }

  @Test
  void eachFailureOfALoopThatRestsLongIsTold() {
    run(MINUTE, Collections.nCopies(9, busy).toArray());

    assertThat(tellings).hasSize(9);
  }

  /** Runs a loop whose rounds end one after another in {@code outcomes}, and then stops it. */
  private LoopStatus run(Duration every, Object... outcomes) {
    return run(work -> new Loop("sweep", every, work), outcomes);
  }

  private LoopStatus run(Function<Loop.Work, Loop> made, Object... outcomes) {
    Deque<Object> left = new ArrayDeque<>(List.of(outcomes));
    Loop.Work work =
        () -> {
          Object outcome = left.removeFirst();
          return switch (outcome) {
            case RuntimeException failure -> throw failure;
            case Error error -> throw error;
            default -> (Rest) outcome;
          };
        };
    RunningLoop loop =
        new RunningLoop(
            made.apply(work),
            length -> {
              pauses.add(length);
              if (left.isEmpty()) {
                Thread.currentThread().interrupt();
              }
            },
            InstantSource.fixed(NOW),
            this::tell);
    loop.run();
    return loop.status();
  }

  private void tell(LoopStatus loop, Throwable failure) {
    String said = Objects.requireNonNull(failure.getMessage());
    if (said.equals("untold")) {
      throw new StackOverflowError("while it is told");
    }
    tellings.add(loop.failuresInARow());
    failed.add(loop.name() + ": " + said);
  }
}
