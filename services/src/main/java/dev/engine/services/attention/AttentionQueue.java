package dev.engine.services.attention;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.attention.AttentionAct;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.attention.AttentionKind;
import dev.engine.domain.attention.AttentionMark;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.session.SessionId;
import dev.engine.services.HomeState;
import dev.engine.services.PingDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the person, of all kinds. An item goes by itself when its cause does, and when the
 * person says that they have seen it.
 */
public final class AttentionQueue {

  /** Nobody reads on beyond it. */
  private static final Page FRONT = Page.first(new Limit(1_000));

  /** Nobody else reminds of a worker that waits for an answer. */
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Storage storage;
  private final InstantSource clock;
  private final List<AttentionSource> sources;

  public AttentionQueue(Storage storage, HomeState home, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
    this.sources =
        List.of(
            new Calls(storage),
            new WorkTroubles(storage),
            new HookTroubles(storage, home),
            new StoreTroubles(storage, home));
  }

  /** What waits now, the worst at the front; of the equally bad, what has waited longest. */
  public List<AttentionItem> list(Limit limit) {
    return all(clock.instant()).limit(limit.rows()).toList();
  }

  /**
   * Where the person can see to {@code items}: by {@link AttentionItem#id}, a live session with a
   * tmux pane. That is the one that waits, or else the one of the item's conversation that started
   * last; an item without one is missing.
   */
  public Map<String, SessionId> panes(List<AttentionItem> items) {
    List<Session> live =
        storage.sessionViews().list(SessionFilter.LIVE, FRONT).items().stream()
            .filter(session -> session.client().tmuxPane() != null)
            .toList();
    Map<String, SessionId> panes = new HashMap<>();
    for (AttentionItem item : items) {
      live.stream()
          .filter(item::concerns)
          .findFirst()
          .ifPresent(session -> panes.put(item.id(), session.id()));
    }
    return panes;
  }

  /**
   * Takes what waits as {@code name} out of the list until it waits again, and returns it. A ping
   * is acknowledged by that. A worker that is not answered waits on, so that is only put off.
   *
   * @param name an {@link AttentionItem#id}, or the {@link AttentionItem#subject} of one or more
   * @throws NotFound if nothing waits as that
   */
  public List<AttentionItem> acknowledge(String name) {
    List<AttentionItem> items = called(name);
    for (AttentionItem item : items) {
      if (item.kind() == AttentionKind.PING) {
        storage.pings().acknowledge(new PingId(item.subject()), clock.instant());
      } else {
        mark(item, item.kind() == AttentionKind.WORKER_ASKS ? clock.instant().plus(A_DAY) : null);
      }
    }
    return items;
  }

  /**
   * Takes what waits as {@code name} out of the list for a while, and returns it.
   *
   * @param name as {@link #acknowledge} takes it
   * @throws NotFound if nothing waits as that
   */
  public List<AttentionItem> snooze(String name, TimeSpan pause) {
    List<AttentionItem> items = called(name);
    Instant until = clock.instant().plus(pause.length());
    for (AttentionItem item : items) {
      if (item.kind() == AttentionKind.PING) {
        storage.pings().snooze(new PingId(item.subject()), until, clock.instant());
      } else {
        mark(item, until);
      }
    }
    return items;
  }

  /**
   * Answers the ping that waits as {@code name}; whoever asked is told.
   *
   * @param name as {@link #acknowledge} takes it
   * @throws NotFound if no ping waits as that
   * @throws Conflict if somebody else has answered it meanwhile
   */
  public List<AttentionItem> answer(String name, Answer answer) {
    List<AttentionItem> pings =
        called(name).stream().filter(item -> item.acts().contains(AttentionAct.ANSWER)).toList();
    if (pings.isEmpty()) {
      throw new NotFound("ping in attention", name);
    }
    new PingDesk(storage.pings(), storage.sessions(), clock)
        .answer(new PingId(pings.getFirst().subject()), answer);
    return pings;
  }

  private Stream<AttentionItem> all(Instant now) {
    List<AttentionItem> items = sources.stream().flatMap(source -> source.at(now)).toList();
    Map<String, AttentionMark> marks = new HashMap<>();
    for (AttentionMark mark : storage.attentionMarks().of(items)) {
      marks.put(AttentionItem.id(mark.kind(), mark.subject()), mark);
    }
    return items.stream()
        .filter(item -> !isHidden(item, marks.get(item.id()), now))
        .sorted(AttentionItem.WORST_FIRST);
  }

  private static boolean isHidden(AttentionItem item, @Nullable AttentionMark mark, Instant now) {
    return mark != null && mark.hides(item, now);
  }

  private List<AttentionItem> called(String name) {
    List<AttentionItem> items = all(clock.instant()).filter(item -> item.isCalled(name)).toList();
    if (items.isEmpty()) {
      throw new NotFound("item of attention", name);
    }
    return items;
  }

  private void mark(AttentionItem item, @Nullable Instant until) {
    storage
        .attentionMarks()
        .keep(new AttentionMark(item.kind(), item.subject(), item.since(), clock.instant(), until));
  }
}
