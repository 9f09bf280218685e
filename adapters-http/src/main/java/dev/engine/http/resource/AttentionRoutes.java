package dev.engine.http.resource;

import dev.engine.domain.TimeSpan;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.session.SessionId;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.attention.AttentionQueue;
import dev.engine.wire.AttentionItemJson;
import dev.engine.wire.Description;
import dev.engine.wire.Length;
import java.util.List;
import java.util.Map;

/**
 * {@code /api/v1/attention}: what waits for the person. It has no pages: what is worst changes from
 * one moment to the next, and nobody reads beyond the front.
 */
final class AttentionRoutes implements Routes {

  private static final String ALL = "/api/v1/attention";
  private static final String ONE = ALL + "/{id}";

  private static final Parameter<String> ID =
      Parameter.path(
          "id",
          String.class,
          "the id of what is listed; its subjectId will do too, and then is all that waits about"
              + " it");

  private final AttentionQueue attention;

  AttentionRoutes(AttentionQueue attention) {
    this.attention = attention;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(
                ALL,
                "listAttention",
                "What waits for the person, the worst at the front, then the oldest.")
            .listsFront(AttentionItemJson.class, this::list),
        Operation.post(
                ONE + "/acknowledge",
                "acknowledgeAttention",
                "Takes something out of the list until it happens again.")
            .with(ID)
            .answers(SettledJson.class, this::acknowledge),
        Operation.post(
                ONE + "/snooze", "snoozeAttention", "Takes something out of the list for a while.")
            .with(ID)
            .takes(SnoozeAttentionRequest.class)
            .answers(SettledJson.class, this::snooze),
        Operation.post(ONE + "/answer", "answerAttention", "Answers what a ping asks.")
            .with(ID)
            .takes(AnswerAttentionRequest.class)
            .answers(SettledJson.class, this::answer));
  }

  private SettledJson acknowledge(Call call) {
    return settled(attention.acknowledge(call.get(ID)));
  }

  private SettledJson snooze(Call call, SnoozeAttentionRequest request) {
    return settled(attention.snooze(call.get(ID), request.pause()));
  }

  private SettledJson answer(Call call, AnswerAttentionRequest request) {
    return settled(attention.answer(call.get(ID), new Answer(request.text())));
  }

  private List<AttentionItemJson> list(Call call) {
    return json(attention.list(call.limit()));
  }

  private SettledJson settled(List<AttentionItem> items) {
    return new SettledJson(json(items));
  }

  private List<AttentionItemJson> json(List<AttentionItem> items) {
    Map<String, SessionId> panes = attention.panes(items);
    return items.stream().map(item -> AttentionItemJson.of(item, panes.get(item.id()))).toList();
  }

  record SnoozeAttentionRequest(@Description("1s to 366d") TimeSpan pause) {}

  record AnswerAttentionRequest(@Length(max = 10_000) String text) {}

  /** What waits no more, on the wire. */
  record SettledJson(@Description("what waits no more") List<AttentionItemJson> items) {}
}
