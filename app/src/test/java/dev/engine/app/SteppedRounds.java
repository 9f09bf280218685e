package dev.engine.app;

import dev.engine.domain.host.Pauses;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** Lets one loop of an engine do one round at a time, and the others none but their first. */
final class SteppedRounds implements Pauses {

  private final String thread;
  private final Semaphore begun = new Semaphore(0);
  private final Semaphore finished = new Semaphore(0);
  private final List<Duration> rests = new CopyOnWriteArrayList<>();

  SteppedRounds(String loop) {
    this.thread = "loop-" + loop;
  }

  @Override
  public void pause(Duration length) {
    try {
      if (Thread.currentThread().getName().equals(thread)) {
        rests.add(length);
        finished.release();
        begun.acquire();
      } else {
        new Semaphore(0).acquire();
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when the round that every loop begins with is done. */
  void awaitFirst() {
    finished.acquireUninterruptibly();
  }

  /** How long the loop wanted to rest after each round. */
  List<Duration> rests() {
    return List.copyOf(rests);
  }

  /** Does one more round. */
  void next() {
    begun.release();
    finished.acquireUninterruptibly();
  }
}
