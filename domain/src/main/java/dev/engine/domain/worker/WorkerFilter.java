package dev.engine.domain.worker;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.session.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * Which workers a list is about.
 *
 * @param status null for any
 * @param owner null for any
 * @param parent null for any
 */
public record WorkerFilter(
    @Nullable WorkerStatus status, @Nullable ConversationId owner, @Nullable SessionId parent) {

  /** Every worker. */
  public static final WorkerFilter ALL = new WorkerFilter(null, null, null);

  /** Those that came to nothing, and those that somebody cancelled. */
  public static final WorkerFilter FAILED = new WorkerFilter(WorkerStatus.FAILED, null, null);
}
