package dev.engine.http.resource;

import dev.engine.domain.Urgency;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.attention.AttentionKind;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.json.Description;
import dev.engine.services.AttentionQueue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/attention}: what waits for the person. It has no pages: what is worst changes from
 * one moment to the next, and nobody reads beyond the front.
 */
final class AttentionRoutes implements Routes {

  private final AttentionQueue attention;

  AttentionRoutes(AttentionQueue attention) {
    this.attention = attention;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(
                "/api/v1/attention",
                "listAttention",
                "What waits for the person, the worst at the front, then the oldest.")
            .listsFront(AttentionItemJson.class, this::list));
  }

  private List<AttentionItemJson> list(Call call) {
    return attention.list(call.limit()).stream().map(AttentionItemJson::of).toList();
  }

  /** One thing that waits for the person, on the wire. */
  record AttentionItemJson(
      AttentionKind kind,
      Urgency urgency,
      Instant since,
      @Description("the ping, session, worker or slot it is about") String subjectId,
      @Description("absent if it belongs to none") @Nullable ConversationId conversationId,
      @Description("what is the matter, in one line") String reason,
      @Description("the command that looks at it or deals with it; capitals are to be filled in")
          String remedy) {

    static AttentionItemJson of(AttentionItem item) {
      return new AttentionItemJson(
          item.kind(),
          item.urgency(),
          item.since(),
          item.subject(),
          item.conversation(),
          item.reason(),
          item.remedy());
    }
  }
}
