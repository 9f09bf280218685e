package dev.engine.app;

import dev.engine.domain.host.Pauses;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Pauses of a command that goes on until it is asked to end, by Ctrl-C or a signal. It then comes
 * to its end as if it had found it by itself: what it prints is whole, and the exit code its own.
 */
final class InterruptiblePauses implements Pauses, AutoCloseable {

  /** Whoever asked twice will not wait longer; nothing that is stored depends on it. */
  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(2);

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile int exitCode;
  private boolean isListening;

  @Override
  public void pause(Duration length) {
    Thread pausing = Thread.currentThread();
    if (!isListening) {
      isListening = true;
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(pausing)));
    }
    try {
      Thread.sleep(length);
    } catch (InterruptedException askedToEnd) {
      pausing.interrupt();
    }
  }

  /** What the process is to exit with, whatever asks it to end. */
  void exitWith(int code) {
    exitCode = code;
  }

  /** To be called when everything is printed and closed. */
  @Override
  public void close() {
    finished.countDown();
  }

  private void end(Thread pausing) {
    if (finished.getCount() == 0) {
      return; // it ended by itself and has an exit code
    }
    pausing.interrupt();
    try {
      if (finished.await(LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
        Runtime.getRuntime().halt(exitCode);
      }
    } catch (InterruptedException neverHappens) {
      Thread.currentThread().interrupt();
    }
  }
}
