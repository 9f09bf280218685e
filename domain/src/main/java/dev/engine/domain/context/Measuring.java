package dev.engine.domain.context;

import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Session;

/** What became of a reading. */
public sealed interface Measuring {

  /** It is kept; its session is given as it stands now. */
  record Taken(Session session, ContextSample sample) implements Measuring {}

  /**
   * It is kept, and it is the first to reach a level: the conversation has been sent a notice.
   *
   * @param percentUsed 0..100
   */
  record Warned(Session session, ContextSample sample, int percentUsed) implements Measuring {}

  /** It tells what was told before; nothing was changed. */
  record Known(Session session) implements Measuring {}

  /**
   * It does not count: it was overtaken by a later one, tells of what was before the context was
   * emptied, or its session has ended. Nothing was changed.
   */
  record Outdated(Session session) implements Measuring {}

  /** No such session is stored. Nothing was changed: a status line makes no session known. */
  record NotKnown(ClaudeSessionId claudeId) implements Measuring {}
}
