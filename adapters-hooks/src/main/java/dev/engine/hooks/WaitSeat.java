package dev.engine.hooks;

import dev.engine.hooks.WaitNews.News;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The place of the one hook that waits beside a session. Its thread is the one that makes it. */
final class WaitSeat {

  /** Waits for news. */
  interface Listening {
    News next() throws InterruptedException;
  }

  private final Thread sitting = Thread.currentThread();
  private final Instant since;
  private boolean isListening;
  private boolean isTaken;

  /**
   * @param since when its hook began to wait; after an engine has ended, hooks come again in any
   *     order
   */
  WaitSeat(Instant since) {
    this.since = since;
  }

  /** The one of both that counts: {@code other}, unless this one's hook began to wait after it. */
  WaitSeat givenTo(WaitSeat other) {
    if (since.isAfter(other.since)) {
      return this;
    }
    take();
    return other;
  }

  /** Whether another hook has come for the session. */
  synchronized boolean isTaken() {
    return isTaken;
  }

  /** Gives the place to another one, and sends the hook that waits there away. */
  private synchronized void take() {
    isTaken = true;
    if (isListening) {
      sitting.interrupt();
    }
  }

  /**
   * What {@code listening} hears; null if the place was taken. Only here is the thread interrupted:
   * what it writes elsewhere is not to be cut off.
   */
  @Nullable News listen(Listening listening) throws InterruptedException {
    if (!begin()) {
      return null;
    }
    try {
      return listening.next();
    } catch (InterruptedException stopped) {
      if (isTaken()) {
        return null;
      }
      throw stopped;
    } finally {
      end();
    }
  }

  private synchronized boolean begin() {
    isListening = !isTaken;
    return isListening;
  }

  /** An interrupt that came too late for the listening must not meet what comes after it. */
  private synchronized void end() {
    isListening = false;
    if (isTaken) {
      Thread.interrupted();
    }
  }
}
