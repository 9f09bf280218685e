package dev.engine.services.attention;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.worker.Worker;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Whom the fleet waits for: open pings, questions of workers, sessions at a dialog, notices that
 * nobody was told.
 */
final class Calls implements AttentionSource {

  /** Of each kind; nobody reads on beyond it. */
  private static final Limit ENOUGH = new Limit(1_000);

  private static final Page FRONT = Page.first(ENOUGH);

  private final Storage storage;

  Calls(Storage storage) {
    this.storage = storage;
  }

  @Override
  public Stream<AttentionItem> at(Instant now) {
    return Stream.of(pings(now), unansweredWorkers(), waitingSessions(), deadNotices())
        .flatMap(items -> items);
  }

  private Stream<AttentionItem> pings(Instant now) {
    return storage.pings().list(PingFilter.OPEN, FRONT).items().stream()
        .filter(ping -> ping.needsAttentionAt(now))
        .map(AttentionItem::of);
  }

  /** Of those whose question is open, that is the item. */
  private Stream<AttentionItem> unansweredWorkers() {
    return storage.workers().asking(ENOUGH).stream()
        .flatMap(
            worker ->
                worker.state() instanceof Worker.State.Asking asking
                    ? storage.pings().find(asking.question()).stream()
                    : Stream.empty())
        .filter(ping -> !ping.isOpen())
        .map(AttentionItem::ofUnanswered);
  }

  private Stream<AttentionItem> waitingSessions() {
    return storage.sessionViews().list(SessionFilter.LIVE, FRONT).items().stream()
        .flatMap(
            session ->
                session.state() instanceof Session.State.Waiting waiting
                    ? Stream.of(AttentionItem.of(session, waiting))
                    : Stream.empty());
  }

  private Stream<AttentionItem> deadNotices() {
    return storage.notifications().list(NotificationFilter.DEAD, FRONT).items().stream()
        .flatMap(
            notice ->
                notice.state() instanceof Notification.State.Dead dead
                    ? Stream.of(AttentionItem.of(notice, dead))
                    : Stream.empty());
  }
}
