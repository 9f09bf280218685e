package dev.engine.services.loop;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.context.ContextProbe;
import dev.engine.domain.context.ContextReading;
import dev.engine.domain.context.ContextSample;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.services.loop.Loop.Rest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Asks how full the contexts are of live sessions that have not told it themselves lately. */
public final class ContextWatch implements Loop.Work {

  /** A client with a status line tells it after each answer, so several times in this. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private static final Page ALL = Page.first(new Limit(1_000));

  private final Storage storage;
  private final List<ContextProbe> probes;
  private final InstantSource clock;

  /**
   * @param probes the best one first; the first that knows anything is believed
   */
  public ContextWatch(Storage storage, List<ContextProbe> probes, InstantSource clock) {
    this.storage = storage;
    this.probes = List.copyOf(probes);
    this.clock = clock;
  }

  @Override
  public Rest run() {
    storage.sessionViews().list(SessionFilter.LIVE, ALL).items().stream()
        .filter(this::isUnread)
        .forEach(this::read);
    return Rest.NOTHING_LEFT;
  }

  /** Whether anything has happened in it since it was read, and that is a while ago. */
  private boolean isUnread(Session session) {
    Optional<ContextReading> newest =
        storage.contextSamples().recent(session.id(), new Limit(1)).stream()
            .findFirst()
            .map(ContextSample::reading);
    return newest
        .map(
            reading ->
                reading.at().isBefore(session.report().lastSeenAt())
                    && reading.at().isBefore(clock.instant().minus(FRESH)))
        .orElse(true);
  }

  private void read(Session session) {
    probes.stream()
        .map(probe -> probe.read(session))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(reading -> storage.contextSamples().record(session.claudeId(), reading));
  }
}
