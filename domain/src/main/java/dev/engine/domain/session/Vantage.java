package dev.engine.domain.session;

import java.time.Instant;

/**
 * From where processes were looked at.
 *
 * @param space the processes that can be seen from there
 * @param bootedAt when the machine was started, by its clock as it is set now
 */
public record Vantage(ProcessSpace space, Instant bootedAt) {}
