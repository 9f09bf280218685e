package dev.engine.domain.violatingtwo;

import dev.engine.domain.violatingone.One;

/** Breaks, with {@link One}: features have no cycles. */
public record Two(One one) {}
