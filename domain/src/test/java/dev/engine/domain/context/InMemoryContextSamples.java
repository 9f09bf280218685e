package dev.engine.domain.context;

import dev.engine.domain.Limit;
import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.notification.InMemoryNotifications;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Continuation;
import dev.engine.domain.session.InMemorySessions;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionEvents;
import dev.engine.domain.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link ContextSamples} for the tests of everything above storage. */
public final class InMemoryContextSamples implements ContextSamples {

  private static final Comparator<ContextSample> OLDEST_FIRST =
      Comparator.<ContextSample, Instant>comparing(sample -> sample.reading().at())
          .thenComparing(sample -> sample.session().value());

  private final List<ContextSample> samples = new ArrayList<>();
  private final InMemorySessions sessions;
  private final InMemoryNotifications notifications;
  private final InMemoryJournal journal;

  public InMemoryContextSamples(
      InMemorySessions sessions, InMemoryNotifications notifications, InMemoryJournal journal) {
    this.sessions = sessions;
    this.notifications = notifications;
    this.journal = journal;
  }

  @Override
  public synchronized Measuring record(ClaudeSessionId claudeId, ContextReading reading) {
    Optional<Session> known = sessions.newest(claudeId);
    if (known.isEmpty()) {
      return new Measuring.NotKnown(claudeId);
    }
    Measuring measuring = measured(known.get(), reading);
    switch (measuring) {
      case Measuring.Taken taken -> keep(taken.session(), taken.sample());
      case Measuring.Warned warned -> {
        keep(warned.session(), warned.sample());
        warn(warned);
      }
      case Measuring.Known same -> {}
      case Measuring.Outdated old -> {}
      case Measuring.NotKnown none -> {}
    }
    return measuring;
  }

  @Override
  public synchronized List<ContextSample> recent(SessionId session, Limit limit) {
    return samples.stream()
        .filter(sample -> sample.session().equals(session))
        .sorted(OLDEST_FIRST.reversed())
        .limit(limit.rows())
        .toList();
  }

  @Override
  public synchronized int forget(Instant before, Limit most) {
    List<ContextSample> old =
        samples.stream()
            .filter(sample -> sample.reading().at().isBefore(before))
            .sorted(OLDEST_FIRST)
            .limit(most.rows())
            .toList();
    samples.removeAll(old);
    return old.size();
  }

  private Measuring measured(Session session, ContextReading reading) {
    ContextSample newest = recent(session.id(), new Limit(1)).stream().findFirst().orElse(null);
    return new Measurement(session, newest, cleared(session)).of(reading);
  }

  private @Nullable Integer cleared(Session session) {
    SessionId previous = session.origin().previous();
    return previous == null || session.origin().continuation() != Continuation.CLEAR
        ? null
        : sessions
            .find(previous)
            .map(before -> before.report().context().gauge().percent())
            .orElse(null);
  }

  private void keep(Session session, ContextSample sample) {
    sessions.put(session);
    samples.add(sample);
  }

  private void warn(Measuring.Warned warned) {
    Session session = warned.session();
    Instant at = warned.sample().reading().at();
    journal.add(SessionEvents.contextWarned(session, warned.percentUsed(), at));
    notifications.queue(ContextNotice.of(session, warned.percentUsed()), at);
  }
}
