package dev.engine.app;

import dev.engine.domain.host.Pauses;
import java.time.Duration;

/** Waits by putting the thread to sleep. */
final class ThreadPauses implements Pauses {

  @Override
  public void pause(Duration length) {
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
