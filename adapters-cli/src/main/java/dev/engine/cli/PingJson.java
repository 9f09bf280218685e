package dev.engine.cli;

import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.Ping.State;
import org.jspecify.annotations.Nullable;

/**
 * A ping on the wire. Times are ISO-8601 in UTC; what is not known, or does not apply to its state,
 * is absent.
 *
 * @param state the name of its state, see {@link Pings#stateName}
 */
record PingJson(
    String id,
    @Nullable String sessionId,
    @Nullable String conversationId,
    String urgency,
    String message,
    String state,
    String createdAt,
    @Nullable String snoozedUntil,
    @Nullable String acknowledgedAt,
    @Nullable String answeredAt,
    @Nullable String answer) {

  static PingJson of(Ping ping) {
    Appeal appeal = ping.appeal();
    State state = ping.state();
    return new PingJson(
        ping.id().value(),
        appeal.session() == null ? null : appeal.session().value(),
        appeal.conversation() == null ? null : appeal.conversation().value(),
        appeal.urgency().wireName(),
        appeal.message(),
        Pings.stateName(state),
        ping.createdAt().toString(),
        snoozedUntil(state),
        acknowledgedAt(state),
        state instanceof State.Answered answered ? answered.at().toString() : null,
        state instanceof State.Answered answered ? answered.answer().text() : null);
  }

  private static @Nullable String snoozedUntil(State state) {
    return state instanceof State.Open open && open.snoozedUntil() != null
        ? open.snoozedUntil().toString()
        : null;
  }

  private static @Nullable String acknowledgedAt(State state) {
    return switch (state) {
      case State.Open open -> null;
      case State.Acknowledged acknowledged -> acknowledged.at().toString();
      case State.Answered answered -> answered.acknowledgedAt().toString();
    };
  }
}
