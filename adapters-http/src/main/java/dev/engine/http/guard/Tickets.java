package dev.engine.http.guard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Secrets that are good for a while: one-time codes, and the cookies that they are changed for.
 * They live in memory only. Safe for several threads.
 */
public final class Tickets {

  private final int most;
  private final Duration validFor;
  private final InstantSource clock;
  private final RandomGenerator random;

  /** Until when each is good, by digest; the one that was made first at the front. */
  private final Map<String, Instant> ends = new LinkedHashMap<>();

  /**
   * Tickets of one kind.
   *
   * @param most how many are good at the same time; a further one makes the oldest void
   */
  public Tickets(int most, Duration validFor, InstantSource clock, RandomGenerator random) {
    this.most = most;
    this.validFor = validFor;
    this.clock = clock;
    this.random = random;
  }

  /** How long a ticket is good. */
  public Duration validFor() {
    return validFor;
  }

  /** Makes a ticket: 43 characters that a URL and a cookie take as they are. */
  public synchronized String issue() {
    forgetOld();
    while (ends.size() >= most) {
      ends.remove(ends.keySet().iterator().next());
    }
    String ticket = Secrets.fresh(random);
    ends.put(Secrets.digest(ticket), clock.instant().plus(validFor));
    return ticket;
  }

  /** Whether {@code ticket} is good. */
  public synchronized boolean isGood(String ticket) {
    forgetOld();
    return ends.containsKey(Secrets.digest(ticket));
  }

  /** Whether {@code ticket} was good; it is void from now on. */
  public synchronized boolean use(String ticket) {
    forgetOld();
    return ends.remove(Secrets.digest(ticket)) != null;
  }

  private void forgetOld() {
    Instant now = clock.instant();
    ends.values().removeIf(end -> !end.isAfter(now));
  }
}
