package dev.engine.services.loop;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.host.ClientPane;
import dev.engine.domain.host.Prompting;
import dev.engine.domain.host.Prompts;
import dev.engine.domain.notification.ModelText;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.Waiter;
import dev.engine.domain.notification.Waking;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.session.SessionId;
import dev.engine.services.loop.Loop.Rest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Wakes sessions that do nothing by a prompt in their pane, where no hook waits that could do it:
 * their client is too old for that.
 */
public final class IdlePrompts implements Loop.Work {

  /** Far more than live at once. */
  private static final Page ENOUGH = Page.first(new Limit(1_000));

  private static final Page ANY = Page.first(new Limit(1));

  /** A hook that waits has come by then, and so has whatever else follows a stop. */
  private static final Duration SETTLED = Duration.ofSeconds(10);

  private final Storage storage;
  private final Prompts prompts;
  private final Predicate<ClaudeSessionId> hasHook;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * Until they show a sign of life, these are not tried again: their pane may hold half a prompt.
   */
  private final Map<SessionId, Instant> unconfirmed = new HashMap<>();

  /**
   * @param hasHook whether a hook waits to wake a session
   */
  public IdlePrompts(
      Storage storage,
      Prompts prompts,
      Predicate<ClaudeSessionId> hasHook,
      InstantSource clock,
      RandomGenerator random) {
    this.storage = storage;
    this.prompts = prompts;
    this.hasHook = hasHook;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public Rest run() {
    List<Session> live = storage.sessionViews().list(SessionFilter.LIVE, ENOUGH).items();
    unconfirmed.keySet().retainAll(live.stream().map(Session::id).toList());
    live.stream().filter(this::isToBePrompted).forEach(this::prompt);
    return Rest.NOTHING_LEFT;
  }

  private boolean isToBePrompted(Session session) {
    Instant lastSeen = session.report().lastSeenAt();
    return session.client().tmuxPane() != null
        && session.assignment().mode() != Mode.BACKGROUND
        && Waiter.canWake(session)
        && !lastSeen.plus(SETTLED).isAfter(clock.instant())
        && !lastSeen.equals(unconfirmed.get(session.id()))
        && !hasHook.test(session.claudeId())
        && isAnythingFor(session);
  }

  private boolean isAnythingFor(Session session) {
    NotificationFilter waiting =
        new NotificationFilter(session.conversation(), NotificationFilter.Progress.WAITING);
    return !storage.notifications().list(waiting, ANY).items().isEmpty();
  }

  private void prompt(Session session) {
    Client client = session.client();
    String pane = client.tmuxPane();
    if (pane == null) {
      return;
    }
    HookEventId call = HookEventId.random(random);
    Waiter waiter = new Waiter(session.claudeId(), call, now());
    Prompting outcome =
        prompts.submit(
            new ClientPane(pane, client.tmuxServer(), client.process()), () -> text(waiter));
    switch (outcome) {
      case Prompting.NotPasted nothing -> {
        leaveAlone(session);
        storage.deliveries().giveBack(call, now());
      }
      // The model may have it, or get it by the Enter key of a person: it stays offered.
      case Prompting.Unconfirmed pasted -> leaveAlone(session);
      case Prompting.Submitted submitted -> {}
      case Prompting.NotReady notReady -> {}
      case Prompting.NothingToSay nothing -> {}
    }
  }

  private void leaveAlone(Session session) {
    unconfirmed.put(session.id(), session.report().lastSeenAt());
  }

  private Optional<String> text(Waiter waiter) {
    return storage.deliveries().wake(waiter, now()) instanceof Waking.Woken woken
        ? Optional.of(ModelText.of(woken.handout()).text())
        : Optional.empty();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
