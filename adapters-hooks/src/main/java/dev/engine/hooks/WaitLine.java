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
   * Has the hook wake its session. Nothing comes after it.
   *
   * @param text what the session is told
   * @throws IOException if the hook was not there to take it
   */
  void wake(String text) throws IOException;
}
