package dev.engine.cli;

import dev.engine.domain.host.Pauses;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** Pauses in which something happens at once; after the last of them, the person ends it. */
final class ScriptedPauses implements Pauses {

  private final Queue<Runnable> meanwhile = new ArrayDeque<>();

  /** Has {@code event} happen in the next pause that is not taken. */
  ScriptedPauses then(Runnable event) {
    meanwhile.add(event);
    return this;
  }

  @Override
  public void pause(Duration length) {
    Runnable next = meanwhile.poll();
    if (next == null) {
      Thread.currentThread().interrupt();
    } else {
      next.run();
    }
  }
}
