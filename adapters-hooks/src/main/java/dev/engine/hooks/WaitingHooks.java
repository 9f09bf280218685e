package dev.engine.hooks;

import dev.engine.domain.Storage;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.hook.Door;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.notification.Deliveries;
import dev.engine.domain.notification.Handout;
import dev.engine.domain.notification.ModelText;
import dev.engine.domain.notification.Waiter;
import dev.engine.domain.notification.Waking;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Mode;
import dev.engine.hooks.WaitNews.News;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The hooks that wait beside sessions which do nothing, so that a notice can wake them. Of each
 * session one counts: the one that began to wait last.
 *
 * <p>A hook that waits is no event: nothing is recorded of it. Each holds up the thread that it
 * came with, which should be a virtual one. Safe for several threads.
 */
public final class WaitingHooks {

  /** How long a hook waits; the client is told a little more, so that it does not end it first. */
  private static final Duration LONGEST = Duration.ofHours(8).minusMinutes(5);

  /** More than the sessions of one machine; each holds a connection. */
  private static final int MOST = 256;

  /**
   * A session that has just stopped may be about to end, and what it was told would be lost with
   * it. Its own event of the stop, which comes beside this, is stored by then.
   */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** Less than the idle time after which a connection is closed. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** Until the store is asked again that could not be read. */
  private static final Duration TROUBLE = Duration.ofSeconds(5);

  private final Deliveries deliveries;
  private final WaitNews news;
  private final HookMeans means;
  private final Map<ClaudeSessionId, WaitSeat> seats = new ConcurrentHashMap<>();

  public WaitingHooks(Storage storage, WaitNews news, HookMeans means) {
    this.deliveries = storage.as(Actor.HOOK).deliveries();
    this.news = news;
    this.means = means;
  }

  /**
   * Waits until the session that {@code request} tells of is to be woken, and has {@code line} do
   * so, or dismisses the hook if it is not: the session goes on or ends, another hook has come for
   * it, or the time is up. Returns without a word if the hook is gone or the engine ends.
   *
   * @throws InterruptedException if the thread is told to give up
   */
  public void await(HookRequest request, WaitLine line) throws InterruptedException {
    Optional<Waiter> waiter = waiter(request);
    try {
      if (waiter.isEmpty()) {
        line.dismiss();
      } else if (seats.size() < MOST) {
        await(waiter.get(), line);
      }
    } catch (IOException gone) {
      // The hook has ended: nobody is there to be told.
    }
  }

  /** How many hooks wait. */
  public int count() {
    return seats.size();
  }

  /** Whether a hook waits beside {@code session}. */
  public boolean isAwaited(ClaudeSessionId session) {
    return seats.containsKey(session);
  }

  /** Empty where nobody is to be woken: what asks is no session, or one that nobody talks to. */
  private Optional<Waiter> waiter(HookRequest request) {
    try {
      HookCall call = request.call(Door.ENGINE, means.clock().instant(), means.random());
      HookPayload payload = HookPayload.read(call.payload());
      // Of `claude -p` the client might not end while a hook waits.
      boolean isForNobody =
          payload.text("agent_id").isPresent() || call.environment().mode() == Mode.BACKGROUND;
      return isForNobody
          ? Optional.empty()
          : payload
              .text("session_id")
              .map(ClaudeSessionId::new)
              .filter(session -> !Canary.isOne(session))
              .map(
                  session ->
                      new Waiter(session, call.id(), call.at().truncatedTo(ChronoUnit.MILLIS)));
    } catch (InvalidInput senseless) {
      return Optional.empty();
    }
  }

  private void await(Waiter waiter, WaitLine line) throws IOException, InterruptedException {
    WaitSeat seat = new WaitSeat(waiter.since());
    if (seats.merge(waiter.session(), seat, WaitSeat::givenTo) != seat) {
      line.dismiss();
      return;
    }
    try {
      line.stillHere();
      means.pauses().pause(GRACE);
      watch(waiter, seat, line);
    } finally {
      seats.remove(waiter.session(), seat);
    }
  }

  private void watch(Waiter waiter, WaitSeat seat, WaitLine line)
      throws IOException, InterruptedException {
    Instant end = waiter.since().plus(LONGEST);
    long position = newest();
    while (!seat.isTaken() && now().isBefore(end)) {
      // The first word to somebody who has gone is taken all the same; the second one is not.
      line.stillHere();
      line.stillHere();
      Waking waking = wake(waiter);
      if (waking instanceof Waking.Woken woken) {
        tell(waiter, woken.handout(), line);
        return;
      }
      if (!(waking instanceof Waking.NotYet yet)) {
        break;
      }
      News next = listen(seat, position, yet.conversation());
      if (next == null) {
        break;
      }
      if (next.isLast()) {
        return; // and the hook waits for the next engine
      }
      position = next.position();
    }
    line.dismiss();
  }

  private void tell(Waiter waiter, Handout handout, WaitLine line) throws IOException {
    boolean isTold = false;
    try {
      line.wake(ModelText.of(handout).text());
      isTold = true;
    } finally {
      if (!isTold) {
        deliveries.giveBack(waiter.call(), now());
      }
    }
  }

  private Waking wake(Waiter waiter) {
    try {
      return deliveries.wake(waiter, now());
    } catch (StorageUnavailable busy) {
      means.pauses().pause(TROUBLE);
      return new Waking.NotYet(null);
    }
  }

  private @Nullable News listen(WaitSeat seat, long position, @Nullable ConversationId whose)
      throws InterruptedException {
    try {
      return seat.listen(() -> news.next(position, whose, HEARTBEAT));
    } catch (StorageUnavailable busy) {
      means.pauses().pause(TROUBLE);
      return new News(position, false);
    }
  }

  /** Before everything, as far as it is not known: then what has happened is looked at twice. */
  private long newest() {
    try {
      return news.newest();
    } catch (StorageUnavailable busy) {
      return 0;
    }
  }

  private Instant now() {
    return means.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
