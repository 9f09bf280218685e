package dev.engine.services.health;

import java.time.Instant;

/**
 * The engine that is asked.
 *
 * @param version such as {@code 0.1.0}
 * @param pid its process number
 * @param startedAt when it began to serve
 */
public record RunningEngine(String version, long pid, Instant startedAt) {}
