package dev.engine.domain;

import java.time.Instant;

/**
 * A place in a list that is ordered by time.
 *
 * @param id decides between items of the same time
 */
public record TimePlace<I>(Instant at, I id) {}
