package dev.engine.http.resource;

import dev.engine.domain.Listed;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.ping.PingFilter.Progress;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.session.SessionId;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.PingDesk;
import dev.engine.wire.Description;
import dev.engine.wire.Length;
import dev.engine.wire.PingJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/pings}: what agents want from the person. */
final class PingRoutes implements Routes {

  private static final String ALL = "/api/v1/pings";
  private static final String ONE = ALL + "/{id}";

  private static final Parameter<PingId> ID =
      Parameter.path("id", PingId.class, "the id of the ping");
  private static final Parameter<Boolean> OPEN =
      Parameter.flag("open", "only those that nobody has acknowledged");
  private static final Parameter<ConversationId> CONVERSATION =
      Parameter.query("conversation", ConversationId.class, "only those of this conversation");

  private final PingDesk pings;

  PingRoutes(PingDesk pings) {
    this.pings = pings;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "listPings", "The pings, the one sent last at the front.")
            .with(OPEN, CONVERSATION)
            .kept()
            .lists(PingJson.class, this::list),
        Operation.post(ALL, "sendPing", "Asks for the person.")
            .takes(SendPingRequest.class)
            .creates(PingJson.class, PingRoutes::location, this::send),
        Operation.get(ONE, "showPing", "One ping.")
            .with(ID)
            .kept()
            .answers(PingJson.class, this::show),
        Operation.post(
                ONE + "/acknowledge", "acknowledgePing", "Marks a ping as seen; twice is harmless.")
            .with(ID)
            .answers(PingJson.class, this::acknowledge),
        Operation.post(ONE + "/answer", "answerPing", "Answers a ping; the asker is told.")
            .with(ID)
            .takes(AnswerPingRequest.class)
            .answers(PingJson.class, this::answer),
        Operation.post(ONE + "/snooze", "snoozePing", "Keeps a ping out of attention for a while.")
            .with(ID)
            .takes(SnoozePingRequest.class)
            .answers(PingJson.class, this::snooze));
  }

  /** Where {@code ping} is to be found. */
  static String location(PingJson ping) {
    return ALL + "/" + ping.id();
  }

  private Listed<PingJson> list(Call call) {
    Progress progress = call.has(OPEN) ? Progress.OPEN : Progress.ANY;
    PingFilter filter = new PingFilter(progress, call.find(CONVERSATION));
    return pings.list(filter, call.page()).map(PingJson::of);
  }

  private PingJson send(Call call, SendPingRequest request) {
    return PingJson.of(pings.send(request.appeal()));
  }

  private PingJson show(Call call) {
    return PingJson.of(pings.show(call.get(ID)));
  }

  private PingJson acknowledge(Call call) {
    return PingJson.of(pings.acknowledge(call.get(ID)));
  }

  private PingJson answer(Call call, AnswerPingRequest request) {
    return PingJson.of(pings.answer(call.get(ID), new Answer(request.text())));
  }

  private PingJson snooze(Call call, SnoozePingRequest request) {
    return PingJson.of(pings.snooze(call.get(ID), request.pause()));
  }

  record SendPingRequest(
      @Description("who asks") @Nullable SessionId sessionId,
      @Description("who is told the answer; that of the session if it is left out")
          @Nullable ConversationId conversationId,
      @Description("normal if it is left out") @Nullable Urgency urgency,
      @Length(max = 10_000) String message) {

    private Appeal appeal() {
      Urgency felt = urgency == null ? Urgency.NORMAL : urgency;
      return new Appeal(sessionId, conversationId, felt, message);
    }
  }

  record AnswerPingRequest(@Length(max = 10_000) String text) {}

  record SnoozePingRequest(@Description("1s to 366d") TimeSpan pause) {}
}
