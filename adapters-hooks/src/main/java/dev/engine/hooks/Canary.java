package dev.engine.hooks;

import dev.engine.domain.session.ClaudeSessionId;

/**
 * An event that is fired to see whether events arrive. It goes the way of all events, and makes no
 * session: its session id marks it, and is what its call is remembered by.
 */
public final class Canary {

  private static final String MARK = "engine-canary-";

  private Canary() {}

  /**
   * The session id of a canary.
   *
   * @param token 1 to 50 letters, digits and dashes, which tell it from others
   */
  public static String sessionId(String token) {
    return MARK + token;
  }

  static boolean isOne(ClaudeSessionId claudeId) {
    return claudeId.value().startsWith(MARK);
  }
}
