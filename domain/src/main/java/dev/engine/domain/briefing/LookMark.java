package dev.engine.domain.briefing;

import java.time.Instant;

/**
 * How far a reader has looked.
 *
 * @param position of the last event that they have seen; 0 if there was none
 */
public record LookMark(Reader reader, long position, Instant at) {}
