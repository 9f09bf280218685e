package dev.engine.hooks;

import dev.engine.domain.context.ContextFill;
import dev.engine.domain.context.ContextReading;
import dev.engine.domain.context.ContextSource;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.session.Source;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the client tells of how full a context is. */
final class ContextReadings {

  private static final String WINDOW = "context_window.";
  private static final String USAGE = WINDOW + "current_usage.";

  private ContextReadings() {}

  /**
   * What its status line tells; empty if it tells nothing, as before the first answer and after a
   * compaction.
   *
   * @throws InvalidInput if a number is outside its range
   */
  static Optional<ContextReading> ofStatusLine(HookPayload payload, Instant at) {
    Integer percent =
        payload.number(WINDOW + "used_percentage").map(ContextReadings::orOutOfRange).orElse(null);
    Long window = payload.number(WINDOW + "context_window_size").orElse(null);
    Long tokens = tokens(payload);
    if (percent == null && tokens == null) {
      return Optional.empty();
    }
    ContextFill fill = new ContextFill(percent, tokens, window);
    ContextFill sized = window == null ? fill : fill.within(window);
    return Optional.of(new ContextReading(sized, at, ContextSource.STATUS_LINE));
  }

  /**
   * What an event tells besides what happened: how much a session is resumed with, and that a
   * context is full.
   *
   * @throws InvalidInput if a number is outside its range
   */
  static Optional<ContextReading> ofEvent(String event, HookPayload payload, Instant at) {
    return switch (event) {
      case "SessionStart" ->
          payload
              .number("context_tokens")
              .filter(tokens -> goesOn(payload))
              .map(ContextFill::ofTokens)
              .map(fill -> new ContextReading(fill, at, ContextSource.SESSION_START));
      case "PreCompact" ->
          payload
              .text("trigger")
              .filter("auto"::equals)
              .map(auto -> ContextReading.beforeCompaction(at));
      default -> Optional.empty();
    };
  }

  /** A number that is no percentage stays none, however large. */
  private static int orOutOfRange(long percent) {
    return Math.clamp(percent, -1, 101);
  }

  private static boolean goesOn(HookPayload payload) {
    String source = payload.text("source").orElse("");
    return source.equals(Source.RESUME.wireName()) || source.equals(Source.FORK.wireName());
  }

  /** As the client counts its percentage: what was sent, cached or not. The answer is not in it. */
  private static @Nullable Long tokens(HookPayload payload) {
    Optional<Long> sent = payload.number(USAGE + "input_tokens");
    if (sent.isEmpty()) {
      return null;
    }
    return sent.get()
        + payload.number(USAGE + "cache_creation_input_tokens").orElse(0L)
        + payload.number(USAGE + "cache_read_input_tokens").orElse(0L);
  }
}
