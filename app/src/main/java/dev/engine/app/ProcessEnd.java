package dev.engine.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The end of this process when somebody asks for it, by SIGTERM or Ctrl-C: whoever waits is told
 * and has some time to finish. The exit code is then 0, for it ended as it was asked to; a process
 * that did not finish in time exits with 70.
 */
final class ProcessEnd implements AutoCloseable {

  /** What is promised to whoever asks; supervisors kill soon after. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** EX_SOFTWARE of sysexits.h. */
  private static final int UNFINISHED = 70;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().name("process-end").unstarted(this::end);

  private ProcessEnd() {}

  /**
   * Has the end of this process wait, from now until {@link #close}, for what is to be finished.
   */
  static ProcessEnd watched() {
    ProcessEnd end = new ProcessEnd();
    Runtime.getRuntime().addShutdownHook(end.hook);
    return end;
  }

  /** Returns when the process is asked to end. */
  void await() {
    try {
      asked.await();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that everything is finished. */
  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // It runs already, and ends the process.
    }
  }

  private void end() {
    asked.countDown();
    int exitCode = UNFINISHED;
    try {
      if (finished.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        exitCode = 0;
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    // A JVM that ends by a signal would exit with 143 by itself.
    Runtime.getRuntime().halt(exitCode);
  }
}
