package dev.engine.services;

import dev.engine.domain.Limit;
import dev.engine.domain.context.ContextSample;
import dev.engine.domain.context.ContextSamples;
import dev.engine.domain.context.Forecast;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import java.util.List;
import java.util.Optional;

/** What can be told of how contexts will fill. */
public final class ContextOutlook {

  private static final Limit NEWEST = new Limit(Forecast.SAMPLES);

  private final ContextSamples samples;

  public ContextOutlook(ContextSamples samples) {
    this.samples = samples;
  }

  /** What was told of how full the context of {@code session} was, the newest first. */
  public List<ContextSample> samples(SessionId session, Limit limit) {
    return samples.recent(session, limit);
  }

  /** When the context of {@code session} will reach its next level; empty if nobody can tell. */
  public Optional<Forecast> forecast(Session session) {
    return session.isLive()
        ? Forecast.of(
            samples.recent(session.id(), NEWEST), session.report().context().gauge().emptiedAt())
        : Optional.empty();
  }
}
