package dev.engine.domain.hook;

import java.time.Instant;

/**
 * One call of a hook, as it is remembered.
 *
 * @param at when the hook was called, to the millisecond
 */
public record RecordedCall(Arrival arrival, Instant at, HookOutcome outcome) {}
