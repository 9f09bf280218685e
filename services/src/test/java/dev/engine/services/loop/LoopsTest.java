package dev.engine.services.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.services.loop.Loop.Rest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class LoopsTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final CountDownLatch second = new CountDownLatch(1);
  private final Semaphore never = new Semaphore(0);
  private final BlockingQueue<Thread> ending = new LinkedBlockingQueue<>();

  @Test
  void aLoopThatHangsDoesNotHoldUpAnother() throws InterruptedException {
    try (Loops loops = loops()) {
      loops.start();

      assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void allAreStoppedAndShown() {
    Loops loops = loops();
    loops.start();

    loops.close();

    assertThat(loops.status()).extracting(LoopStatus::name).containsExactly("hangs", "runs");
  }

  @Test
  void oneWhoseThreadIsGoneIsShownAsEnded() throws InterruptedException {
    try (Loops loops =
        new Loops(
            List.of(
                new Loop("hangs", HOUR, this::hang),
                new Loop("ends", HOUR, () -> Rest.NOTHING_LEFT)),
            length -> {
              ending.add(Thread.currentThread());
              Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {});
              throw new StackOverflowError("in the pause");
            },
            InstantSource.fixed(Instant.EPOCH),
            (loop, failure) -> {})) {
      List<LoopStatus> before = loops.status();
      loops.start();
      ending.take().join();

      assertThat(before).extracting(LoopStatus::hasEnded).containsExactly(false, false);
      assertThat(loops.status()).extracting(LoopStatus::hasEnded).containsExactly(false, true);
    }
  }

  private Loops loops() {
    return new Loops(
        List.of(
            new Loop("hangs", HOUR, this::hang),
            new Loop(
                "runs",
                HOUR,
                () -> {
                  second.countDown();
                  return Rest.NOTHING_LEFT;
                })),
        length -> hang(),
        InstantSource.fixed(Instant.EPOCH),
        (loop, failure) -> {});
  }

  private Rest hang() {
    try {
      never.acquire();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return Rest.NOTHING_LEFT;
  }
}
