package dev.engine.http.resource;

import dev.engine.domain.TimeSpan;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.quiet.Hours;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.QuietSchedule;
import dev.engine.wire.Description;
import dev.engine.wire.QuietTimeJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/quiet-times}: when no notice wakes a session that does nothing. */
final class QuietTimeRoutes implements Routes {

  private static final String ALL = "/api/v1/quiet-times";

  private static final Parameter<ConversationId> CONVERSATION =
      Parameter.query("conversation", ConversationId.class, "if absent, the whole fleet");

  private final QuietSchedule schedule;

  QuietTimeRoutes(QuietSchedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(
                ALL,
                "listQuietTimes",
                "The quiet times that hold or will, those of the fleet first, then by"
                    + " conversation.")
            .listsFront(QuietTimeJson.class, this::list),
        Operation.post(
                ALL + "/spell", "beginQuietTime", "Lets no notice wake idle sessions from now on.")
            .takes(BeginQuietTimeRequest.class)
            .answers(QuietTimeJson.class, this::begin),
        Operation.post(
                ALL + "/daily",
                "setQuietHours",
                "Lets no notice wake idle sessions at these hours of every day.")
            .takes(SetQuietHoursRequest.class)
            .answers(QuietTimeJson.class, this::daily),
        Operation.delete(
                ALL, "endQuietTimes", "Ends the quiet times of a conversation, or of the fleet.")
            .with(CONVERSATION)
            .answersNothing(this::end));
  }

  private List<QuietTimeJson> list(Call call) {
    return schedule.list().stream().limit(call.limit().rows()).map(QuietTimeJson::of).toList();
  }

  private QuietTimeJson begin(Call call, BeginQuietTimeRequest request) {
    ConversationId conversation = request.conversationId();
    TimeSpan length = request.length();
    return QuietTimeJson.of(
        length == null ? schedule.begin(conversation) : schedule.begin(conversation, length));
  }

  private QuietTimeJson daily(Call call, SetQuietHoursRequest request) {
    return QuietTimeJson.of(schedule.daily(request.conversationId(), request.hours()));
  }

  private void end(Call call) {
    schedule.end(call.find(CONVERSATION));
  }

  record BeginQuietTimeRequest(
      @Description("if absent, the whole fleet") @Nullable ConversationId conversationId,
      @Description("how long; if absent, until it is ended") @Nullable TimeSpan length) {}

  record SetQuietHoursRequest(
      @Description("if absent, the whole fleet") @Nullable ConversationId conversationId,
      @Description("in the configured zone") Hours hours) {}
}
