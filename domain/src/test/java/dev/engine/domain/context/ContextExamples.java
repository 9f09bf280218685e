package dev.engine.domain.context;

import dev.engine.domain.session.SessionExamples;
import java.time.Instant;

/** Readings for tests, with everything irrelevant defaulted. */
public final class ContextExamples {

  /** When the sessions of {@link SessionExamples} begin. */
  public static final Instant NOON = SessionExamples.NOON;

  private ContextExamples() {}

  /** What a status line tells {@code seconds} after noon. */
  public static ContextReading reading(int percent, int seconds) {
    return new ContextReading(
        ContextFill.ofPercent(percent), NOON.plusSeconds(seconds), ContextSource.STATUS_LINE);
  }

  /** What a transcript tells {@code seconds} after noon. */
  public static ContextReading tokens(long tokens, int seconds) {
    return new ContextReading(
        ContextFill.ofTokens(tokens), NOON.plusSeconds(seconds), ContextSource.TRANSCRIPT);
  }

  /** What a client of today tells in its status line, {@code seconds} after noon. */
  public static ContextReading reading(int percent, long tokens, long window, int seconds) {
    return new ContextReading(
        new ContextFill(percent, tokens, window),
        NOON.plusSeconds(seconds),
        ContextSource.STATUS_LINE);
  }
}
