package dev.engine.domain.fleet;

import dev.engine.domain.context.ContextSample;
import dev.engine.domain.context.Forecast;
import dev.engine.domain.session.Session;
import dev.engine.domain.toolcall.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A live session and what it is at.
 *
 * @param samples its newest readings of its context, the newest first, {@link Forecast#SAMPLES} at
 *     most
 * @param tool the use of a tool that goes on; of several, the one that began last; null if none
 *     does, or nobody has told of it
 */
public record LiveSession(Session session, List<ContextSample> samples, @Nullable ToolCall tool) {

  public LiveSession {
    samples = List.copyOf(samples);
  }

  /** When its context will reach each level that is ahead, the next one first. */
  public List<Forecast> forecasts() {
    return Forecast.ahead(samples, session.report().context().gauge().emptiedAt());
  }
}
