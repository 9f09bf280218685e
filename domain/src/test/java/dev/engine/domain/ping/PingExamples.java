package dev.engine.domain.ping;

import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import java.time.Instant;

/** Pings for tests, with everything irrelevant defaulted. */
public final class PingExamples {

  public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  public static final ConversationId CHIEF = new ConversationId("chief-2026-01-05");

  private PingExamples() {}

  /** A question of normal urgency that {@link #CHIEF} asks, no session named. */
  public static Appeal question(String message) {
    return appeal(Urgency.NORMAL, message);
  }

  public static Appeal appeal(Urgency urgency, String message) {
    return new Appeal(null, CHIEF, urgency, message);
  }
}
