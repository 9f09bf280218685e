package dev.engine.hooks;

import java.io.IOException;

/** The line to a hook that waits. */
public interface WaitLine {

  /**
   * Says that the engine is still there.
   *
   * @throws IOException if the hook is not there any more, as far as that is known yet
   */
  void stillHere() throws IOException;

  /**
   * Says that the hook need not wait any more. One that is not told so comes again, to the next
   * engine. Nothing comes after it.
   *
   * @throws IOException if the hook is not there any more
   */
  void dismiss() throws IOException;

  /**
   * Has the hook wake its session. Nothing comes after it.
   *
   * @param text what the session is told
   * @throws IOException if the hook was not there to take it
   */
  void wake(String text) throws IOException;
}
