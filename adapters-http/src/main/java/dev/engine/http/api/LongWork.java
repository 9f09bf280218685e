package dev.engine.http.api;

import dev.engine.domain.request.Reply;
import dev.engine.http.problem.Refusal;
import dev.engine.http.problem.Trouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Work of seconds or minutes: one piece at a time, on a thread of its own. SQLite does not let go
 * of the thread that calls it, and all requests share a few. Whoever waits for it is not cut off:
 * the idle time of a connection does not count while its request is carried out.
 *
 * <p>Safe for several threads.
 */
final class LongWork {

  private final Semaphore turn = new Semaphore(1);

  /**
   * What {@code act} replies when it is done. Should nobody wait for it any more, it goes on all
   * the same.
   *
   * @throws Refusal if another piece is being worked on
   */
  Reply reply(Supplier<Reply> act) {
    if (!turn.tryAcquire()) {
      throw new Refusal(
          Trouble.CROWDED, "the same is being done for another request; try again later");
    }
    FutureTask<Reply> work = new FutureTask<>(() -> thenNext(act));
    Thread.ofPlatform().name("http-long-work").daemon().start(work);
    return done(work);
  }

  private Reply thenNext(Supplier<Reply> act) {
    try {
      return act.get();
    } finally {
      turn.release();
    }
  }

  private static Reply done(FutureTask<Reply> work) {
    try {
      return work.get();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new Refusal(Trouble.CROWDED, "the engine is ending");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(failed);
    }
  }
}
