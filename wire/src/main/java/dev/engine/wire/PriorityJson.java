package dev.engine.wire;

import dev.engine.domain.priority.Level;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.Priority;
import dev.engine.domain.priority.Priority.State;
import dev.engine.domain.priority.PriorityId;
import dev.engine.domain.priority.PriorityText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A priority on the wire. */
public record PriorityJson(
    PriorityId id,
    PriorityText content,
    Level level,
    Pool pool,
    Instant createdAt,
    @Description("absent while it is open") @Nullable Instant completedAt) {

  public static PriorityJson of(Priority priority) {
    return new PriorityJson(
        priority.id(),
        priority.content(),
        priority.level(),
        priority.pool(),
        priority.createdAt(),
        priority.state() instanceof State.Done done ? done.at() : null);
  }
}
