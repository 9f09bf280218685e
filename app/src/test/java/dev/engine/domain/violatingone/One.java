package dev.engine.domain.violatingone;

import dev.engine.domain.violatingtwo.Two;

/** Breaks, with {@link Two}: features have no cycles. */
public record One(Two two) {}
