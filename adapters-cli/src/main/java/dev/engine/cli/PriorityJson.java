package dev.engine.cli;

import dev.engine.domain.priority.Priority;
import dev.engine.domain.priority.Priority.State;
import org.jspecify.annotations.Nullable;

/**
 * A priority on the wire. Times are ISO-8601 in UTC.
 *
 * @param level {@code critical}, {@code high}, {@code medium} or {@code low}
 * @param completedAt absent while it is open
 */
record PriorityJson(
    String id,
    String content,
    String level,
    String pool,
    String createdAt,
    @Nullable String completedAt) {

  static PriorityJson of(Priority priority) {
    return new PriorityJson(
        priority.id().value(),
        priority.content().value(),
        priority.level().wireName(),
        priority.pool().name(),
        priority.createdAt().toString(),
        priority.state() instanceof State.Done done ? done.at().toString() : null);
  }
}
