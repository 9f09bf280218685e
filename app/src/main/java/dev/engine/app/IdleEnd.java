package dev.engine.app;

import dev.engine.mcp.StdioServer.Turns;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Ends this process when no message has come for a while: each session would keep a JVM of 100 MB
 * else, for a call now and then. Whoever passes messages on starts another when one comes. A
 * message that is in hand is always answered first.
 */
final class IdleEnd implements Turns {

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final ReentrantLock inHand = new ReentrantLock();
  private int looksInVain;

  private IdleEnd() {}

  /** Begins to watch. */
  static IdleEnd watched() {
    IdleEnd end = new IdleEnd();
    Thread.ofPlatform().daemon().name("idle-end").start(end::watch);
    return end;
  }

  @Override
  public void begin() {
    inHand.lock();
  }

  @Override
  public void end() {
    looksInVain = 0;
    inHand.unlock();
  }

  private void watch() {
    ThreadPauses pauses = new ThreadPauses();
    while (true) {
      pauses.pause(LOOK);
      inHand.lock();
      try {
        looksInVain++;
        if (LOOK.multipliedBy(looksInVain).compareTo(LONGEST) >= 0) {
          Runtime.getRuntime().halt(0);
        }
      } finally {
        inHand.unlock();
      }
    }
  }
}
