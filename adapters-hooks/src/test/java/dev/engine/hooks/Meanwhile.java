package dev.engine.hooks;

import dev.engine.domain.Limit;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.notification.Deliveries;
import dev.engine.domain.notification.Handout;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Visit;
import dev.engine.domain.notification.Waiter;
import dev.engine.domain.notification.Waking;
import java.time.Instant;
import java.util.List;

/** {@link Deliveries} in whose way something comes, before or after the next visit. */
final class Meanwhile implements Deliveries {

  private final Deliveries real;
  private Runnable before = Meanwhile::nothing;
  private Runnable after = Meanwhile::nothing;

  Meanwhile(Deliveries real) {
    this.real = real;
  }

  /** Has {@code happening} happen between the event and the next visit. */
  void beforeVisit(Runnable happening) {
    before = happening;
  }

  /** Has {@code happening} happen when the next visit is stored. */
  void afterVisit(Runnable happening) {
    after = happening;
  }

  @Override
  public Handout visit(Visit visit) {
    Runnable first = before;
    Runnable last = after;
    before = Meanwhile::nothing;
    after = Meanwhile::nothing;
    first.run();
    Handout handout = real.visit(visit);
    last.run();
    return handout;
  }

  @Override
  public List<Notification> takeBack(HookEventId call, Door by, Instant at) {
    return real.takeBack(call, by, at);
  }

  @Override
  public Waking wake(Waiter waiter, Instant now) {
    return real.wake(waiter, now);
  }

  @Override
  public List<Notification> giveBack(HookEventId waiter, Instant at) {
    return real.giveBack(waiter, at);
  }

  @Override
  public int settle(Instant now, Limit most) {
    return real.settle(now, most);
  }

  private static void nothing() {}
}
