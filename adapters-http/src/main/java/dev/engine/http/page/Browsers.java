package dev.engine.http.page;

import dev.engine.http.guard.Tickets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * How a browser gets in: it brings a one-time code in a link, and is given a cookie for it.
 *
 * @param codes what links carry
 * @param cookies what browsers keep
 */
public record Browsers(Tickets codes, Tickets cookies) {

  /** Long enough for a browser to start, and short enough for a link in a history to be void. */
  private static final Duration CODE = Duration.ofMinutes(1);

  /** A working day. */
  private static final Duration COOKIE = Duration.ofHours(12);

  private static final int MOST_CODES = 16;
  private static final int MOST_COOKIES = 64;

  /** Nobody is in yet. */
  public static Browsers none(InstantSource clock, RandomGenerator random) {
    return new Browsers(
        new Tickets(MOST_CODES, CODE, clock, random),
        new Tickets(MOST_COOKIES, COOKIE, clock, random));
  }

  /**
   * What the cookie is called. Browsers do not tell the ports of one machine apart, so two engines
   * need two names.
   */
  public static String cookieName(int port) {
    return "engine_" + port;
  }
}
