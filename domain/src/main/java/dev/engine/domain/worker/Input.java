package dev.engine.domain.worker;

import dev.engine.domain.session.ClaudeSessionId;

/** What the client of an attempt is told. */
public sealed interface Input {

  /**
   * What the worker is to do, for a session of its own.
   *
   * @param text 1 to 100,000 characters
   */
  record Instructions(String text) implements Input {}

  /**
   * What the person says to its question, for the session that asked it.
   *
   * @param text 1 to 10,000 characters
   * @param session the one to resume
   */
  record Answer(String text, ClaudeSessionId session) implements Input {}
}
