package dev.engine.wire;

import dev.engine.domain.Urgency;
import dev.engine.domain.attention.AttentionAct;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.attention.AttentionKind;
import dev.engine.domain.attention.AttentionSubject;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One thing that waits for the person, on the wire. */
public record AttentionItemJson(
    @Description("the same for as long as it waits; acknowledge, snooze and answer take it")
        String id,
    AttentionKind kind,
    Urgency urgency,
    Instant since,
    @Description("the id of what it is about, the number of a migration, or spool")
        String subjectId,
    AttentionSubject subjectKind,
    @Description("absent if it belongs to none") @Nullable ConversationId conversationId,
    @Description("what is the matter, in one line") String reason,
    @Description("the command that looks at it or deals with it; capitals are to be filled in")
        String remedy,
    @Description("a live session in a tmux pane where one can see to it; absent if there is none")
        @Nullable SessionId sessionId,
    @Description(
            "what can be done here: acknowledge, snooze and answer by the id, jump by /show of"
                + " the sessionId, retry and run by the subjectId")
        List<AttentionAct> acts) {

  /** With the session in whose pane one can see to it; null if there is none. */
  public static AttentionItemJson of(AttentionItem item, @Nullable SessionId pane) {
    return new AttentionItemJson(
        item.id(),
        item.kind(),
        item.urgency(),
        item.since(),
        item.subject(),
        item.kind().subject(),
        item.conversation(),
        item.reason(),
        item.remedy(),
        pane,
        pane == null ? item.acts() : withJump(item.acts()));
  }

  private static List<AttentionAct> withJump(List<AttentionAct> others) {
    return Stream.concat(others.stream(), Stream.of(AttentionAct.JUMP)).toList();
  }
}
