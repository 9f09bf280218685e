package dev.engine.domain.ping;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.testing.InMemoryPages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/** {@link Pings} for the tests of everything above storage. */
public final class InMemoryPings implements Pings {

  private final Map<PingId, Ping> byId = new LinkedHashMap<>();
  private final List<BiConsumer<Ping, Instant>> listeners = new ArrayList<>();
  private final Sessions sessions;
  private final Notifications notifications;
  private final RandomGenerator random;
  private final InMemoryJournal journal;

  public InMemoryPings(
      Sessions sessions,
      Notifications notifications,
      RandomGenerator random,
      InMemoryJournal journal) {
    this.sessions = sessions;
    this.notifications = notifications;
    this.random = random;
    this.journal = journal;
  }

  /** Tells {@code listener} of each answer from now on. */
  public void answeredTo(BiConsumer<Ping, Instant> listener) {
    listeners.add(listener);
  }

  @Override
  public synchronized Ping send(Appeal appeal, Instant at) {
    if (appeal.session() != null && sessions.find(appeal.session()).isEmpty()) {
      throw new Conflict("session %s is not stored".formatted(appeal.session()));
    }
    PingId id = PingId.random(random);
    while (byId.containsKey(id)) {
      id = PingId.random(random);
    }
    Ping sent = stored(Ping.sent(id, appeal, at));
    journal.add(PingEvents.sent(sent));
    return sent;
  }

  @Override
  public synchronized Optional<Ping> find(PingId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized Listed<Ping> list(PingFilter filter, Page page) {
    return InMemoryPages.newestFirst(
        byId.values().stream().filter(ping -> matches(filter, ping)), ORDER, page);
  }

  @Override
  public synchronized Acknowledging acknowledge(PingId id, Instant at) {
    Ping ping = byId.get(id);
    if (ping == null) {
      return new Acknowledging.NoSuchPing(id);
    }
    if (!ping.isOpen()) {
      return new Acknowledging.AcknowledgedBefore(ping);
    }
    Ping acknowledged = stored(ping.acknowledged(at));
    journal.add(PingEvents.acknowledged(acknowledged, at));
    return new Acknowledging.AcknowledgedNow(acknowledged);
  }

  @Override
  public synchronized Answering answer(PingId id, Answer answer, Instant at) {
    Ping ping = byId.get(id);
    if (ping == null) {
      return new Answering.NoSuchPing(id);
    }
    if (ping.isAnswered()) {
      return new Answering.AnsweredBefore(ping);
    }
    Ping answered = stored(ping.answered(at, answer));
    journal.add(PingEvents.answered(answered, at));
    answered.answerNotice().ifPresent(notice -> notifications.queue(notice, at));
    listeners.forEach(listener -> listener.accept(answered, at));
    return new Answering.AnsweredNow(answered);
  }

  @Override
  public synchronized Snoozing snooze(PingId id, Instant until, Instant at) {
    Ping ping = byId.get(id);
    if (ping == null) {
      return new Snoozing.NoSuchPing(id);
    }
    if (!ping.isOpen()) {
      return new Snoozing.NotOpen(ping);
    }
    Ping snoozed = stored(ping.snoozed(until));
    journal.add(PingEvents.snoozed(ping, snoozed, at));
    return new Snoozing.Snoozed(snoozed);
  }

  private Ping stored(Ping ping) {
    byId.put(ping.id(), ping);
    return ping;
  }

  private static boolean matches(PingFilter filter, Ping ping) {
    boolean isFarEnough =
        switch (filter.progress()) {
          case OPEN -> ping.isOpen();
          case ACKNOWLEDGED -> ping.state() instanceof Ping.State.Acknowledged;
          case ANSWERED -> ping.isAnswered();
          case ANY -> true;
        };
    return isFarEnough
        && (filter.conversation() == null
            || filter.conversation().equals(ping.appeal().conversation()));
  }
}
