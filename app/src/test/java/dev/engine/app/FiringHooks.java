package dev.engine.app;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Hooks of a fleet's sessions that fire, each a process of its own, until this is closed. */
final class FiringHooks implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(200);

  /** Sessions that no test looks at. */
  private static final int FIRST = 30;

  private final AtomicBoolean isOver = new AtomicBoolean();
  private final AtomicInteger count = new AtomicInteger();
  private final Thread thread;

  private FiringHooks(SeededFleet fleet) {
    this.thread = Thread.ofVirtual().unstarted(() -> fire(fleet));
  }

  static FiringHooks start(SeededFleet fleet) {
    FiringHooks hooks = new FiringHooks(fleet);
    hooks.thread.start();
    return hooks;
  }

  private void fire(SeededFleet fleet) {
    while (!isOver.get()) {
      int number = count.getAndIncrement();
      String session = "session-" + (FIRST + number % 10);
      String event = number % 20 < 10 ? "UserPromptSubmit" : "Stop";
      fleet.hook(session, event, "");
      new ThreadPauses().pause(PAUSE);
    }
  }

  @Override
  public void close() {
    isOver.set(true);
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
