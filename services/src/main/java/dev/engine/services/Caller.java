package dev.engine.services;

import dev.engine.domain.session.Session;
import dev.engine.domain.worker.WorkerId;
import org.jspecify.annotations.Nullable;

/** Who calls a tool. */
public sealed interface Caller {

  /** A session that works with the person, or for itself. */
  record InSession(Session session) implements Caller {}

  /**
   * A worker, which may report on and ask for itself only.
   *
   * @param session null if its session is not known
   */
  record Working(WorkerId worker, @Nullable Session session) implements Caller {}

  /** Nobody that is known here, who may look at everything and change nothing. */
  record Unknown() implements Caller {}
}
