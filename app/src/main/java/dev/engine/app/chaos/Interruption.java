package dev.engine.app.chaos;

import dev.engine.cli.ExitCodes;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or a signal that asks this process to end, in the midst of experiments. Their processes
 * are ended, the thread that carries them out is interrupted, and has some time to remove what they
 * have made; if it takes longer, that is removed under it. Then the process ends as an interrupted
 * command does.
 */
final class Interruption implements AutoCloseable {

  /** By then somebody who waits would take it for hanging. */
  private static final Duration LIMIT = Duration.ofSeconds(8);

  /** To say that it is interrupted. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  /** An experiment that was about to start a process may still do so. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final Thread experimenting = Thread.currentThread();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().name("chaos-end").unstarted(this::end);
  private volatile boolean hasCome;

  private final Path folder;

  private Interruption(Path folder) {
    this.folder = folder;
  }

  /**
   * From now on until it is closed.
   *
   * @param folder has, or will have, all that experiments make
   */
  static Interruption watched(Path folder) {
    Interruption interruption = new Interruption(folder);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  boolean hasCome() {
    return hasCome;
  }

  /** Says that everything is removed. */
  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // It runs already, and waits for what this thread has to say.
    }
  }

  private void end() {
    hasCome = true;
    experimenting.interrupt();
    try {
      long deadline = System.nanoTime() + LIMIT.toNanos();
      do {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
      } while (!finished.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)
          && System.nanoTime() - deadline < 0);
      if (finished.getCount() == 0) {
        experimenting.join(FAREWELL);
      } else {
        Folders.delete(folder);
        MemoryFolder.removeAll();
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (StorageUnavailable left) {
      System.err.println("engine: " + left.getMessage());
    }
    Runtime.getRuntime().halt(ExitCodes.INTERRUPTED);
  }
}
