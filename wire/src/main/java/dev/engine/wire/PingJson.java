package dev.engine.wire;

import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.id.WireName;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.Ping.State;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.session.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ping on the wire; what does not apply to its state is absent. */
public record PingJson(
    PingId id,
    @Nullable SessionId sessionId,
    @Nullable ConversationId conversationId,
    Urgency urgency,
    String message,
    StateName state,
    Instant createdAt,
    @Nullable Instant snoozedUntil,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant answeredAt,
    @Nullable String answer) {

  public static PingJson of(Ping ping) {
    return switch (ping.state()) {
      case State.Open open -> of(ping, StateName.OPEN, open.snoozedUntil(), null, null);
      case State.Acknowledged seen -> of(ping, StateName.ACKNOWLEDGED, null, seen.at(), null);
      case State.Answered answered ->
          of(ping, StateName.ANSWERED, null, answered.acknowledgedAt(), answered);
    };
  }

  private static PingJson of(
      Ping ping,
      StateName state,
      @Nullable Instant snoozedUntil,
      @Nullable Instant acknowledgedAt,
      State.@Nullable Answered answered) {
    Appeal appeal = ping.appeal();
    return new PingJson(
        ping.id(),
        appeal.session(),
        appeal.conversation(),
        appeal.urgency(),
        appeal.message(),
        state,
        ping.createdAt(),
        snoozedUntil,
        acknowledgedAt,
        answered == null ? null : answered.at(),
        answered == null ? null : answered.answer().text());
  }

  /** How far a ping has come. */
  public enum StateName implements WireName {
    OPEN("open"),
    ACKNOWLEDGED("acknowledged"),
    ANSWERED("answered");

    private final String wireName;

    StateName(String wireName) {
      this.wireName = wireName;
    }

    @Override
    public String wireName() {
      return wireName;
    }
  }
}
