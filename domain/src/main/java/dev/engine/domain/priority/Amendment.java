package dev.engine.domain.priority;

import org.jspecify.annotations.Nullable;

/**
 * What is to be changed about a priority.
 *
 * @param content null to leave it as it is
 * @param level null to leave it as it is
 */
public record Amendment(@Nullable PriorityText content, @Nullable Level level) {}
