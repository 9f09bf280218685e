package dev.engine.wire;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.conversation.ConversationSummary;

/** A conversation on the wire, in a list. */
public record ConversationSummaryJson(
    ConversationId id,
    int sessionCount,
    int liveCount,
    @Description("notifications that nobody was told of yet") int waitingCount,
    @Description("the session that joined last") SessionJson newest) {

  public static ConversationSummaryJson of(ConversationSummary summary) {
    return new ConversationSummaryJson(
        summary.id(),
        summary.sessionCount(),
        summary.liveCount(),
        summary.waitingCount(),
        SessionJson.of(summary.newest()));
  }
}
