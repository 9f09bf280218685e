package dev.engine.http;

import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the hooks that come to {@code POST /waits} and wait beside their sessions. */
@FunctionalInterface
public interface WaitListener {

  /**
   * Returns when the hook need not wait any more, woken or not.
   *
   * @param payload as the client wrote it, at most 1 MiB
   * @param headers the value of a header of the request by its name; null if it has none
   * @param line to the hook; used by this thread only
   * @throws IOException if the hook is gone
   * @throws InterruptedException if the thread is told to give up
   */
  void await(byte[] payload, Function<String, @Nullable String> headers, Line line)
      throws IOException, InterruptedException;

  /** The line to one hook. */
  interface Line {

    /**
     * Says that the engine is still there.
     *
     * @throws IOException if the hook is known to be gone
     */
    void stillHere() throws IOException;

    /**
     * Says that the hook need not wait any more.
     *
     * @throws IOException if the hook is known to be gone
     */
    void dismiss() throws IOException;

    /**
     * Has the hook wake its session with {@code text}.
     *
     * @throws IOException if the hook did not take it
     */
    void wake(String text) throws IOException;
  }
}
