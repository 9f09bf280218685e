package dev.engine.http.resource;

import dev.engine.domain.Listed;
import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationFilter.Progress;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.Sender;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.NotificationDelivery;
import dev.engine.wire.Description;
import dev.engine.wire.Length;
import dev.engine.wire.NotificationJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/notifications}: what conversations are to be told, and were. */
final class NotificationRoutes implements Routes {

  private static final String ALL = "/api/v1/notifications";
  private static final String ONE = ALL + "/{id}";

  private static final Parameter<NotificationId> ID =
      Parameter.path("id", NotificationId.class, "the id of the notification");
  private static final Parameter<ConversationId> CONVERSATION =
      Parameter.query("conversation", ConversationId.class, "only those for this conversation");

  /** Read by {@link #filter}. */
  static final Parameter<Boolean> WAITING =
      Parameter.flag(
          "waiting",
          "true: only those that nobody is known to have been told of; false: only those that were"
              + " told");

  private static final Parameter<Boolean> DEAD =
      Parameter.flag("dead", "true: only those that were offered in vain, and given up");

  private final NotificationDelivery notifications;

  NotificationRoutes(NotificationDelivery notifications) {
    this.notifications = notifications;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(
                ALL, "listNotifications", "The notifications, the one queued last at the front.")
            .with(WAITING, DEAD, CONVERSATION)
            .lists(NotificationJson.class, this::list),
        Operation.post(
                ALL,
                "queueNotification",
                "Leaves a message for a conversation; its next session is told, whenever that is.")
            .takes(QueueNotificationRequest.class)
            .creates(NotificationJson.class, NotificationRoutes::location, this::queue),
        Operation.get(ONE, "showNotification", "One notification.")
            .with(ID)
            .answers(NotificationJson.class, this::show),
        Operation.post(
                ONE + "/withdraw",
                "withdrawNotification",
                "Withdraws a notification that nobody is known to have been told of.")
            .with(ID)
            .takes(WithdrawNotificationRequest.class)
            .answers(NotificationJson.class, this::withdraw),
        Operation.post(
                ONE + "/seen",
                "seeNotification",
                "Says that the person has opened a notification that has arrived.")
            .with(ID)
            .answers(NotificationJson.class, this::see));
  }

  /** Where {@code queued} is to be found. */
  static String location(NotificationJson queued) {
    return ALL + "/" + queued.id();
  }

  /** Who says a message, by what a request says of it. */
  static Sender sender(@Nullable ConversationId from) {
    return from == null ? Sender.PERSON : new Sender.FromConversation(from);
  }

  /** What {@code call} says of {@link #WAITING}, for {@code conversation} or, if null, for any. */
  static NotificationFilter filter(Call call, @Nullable ConversationId conversation) {
    return new NotificationFilter(conversation, progress(call.find(WAITING)));
  }

  private Listed<NotificationJson> list(Call call) {
    NotificationFilter filter =
        Boolean.TRUE.equals(call.find(DEAD))
            ? new NotificationFilter(call.find(CONVERSATION), Progress.DEAD)
            : filter(call, call.find(CONVERSATION));
    return notifications.list(filter, call.page()).map(NotificationJson::of);
  }

  private NotificationJson queue(Call call, QueueNotificationRequest request) {
    Sender sender = sender(request.from());
    Urgency urgency = request.urgency() == null ? Urgency.NORMAL : request.urgency();
    return NotificationJson.of(
        notifications.message(request.conversationId(), sender, urgency, request.text()));
  }

  private NotificationJson withdraw(Call call, WithdrawNotificationRequest request) {
    return NotificationJson.of(notifications.withdraw(call.get(ID), request.reason()));
  }

  private NotificationJson see(Call call) {
    return NotificationJson.of(notifications.see(call.get(ID)));
  }

  private NotificationJson show(Call call) {
    return NotificationJson.of(notifications.show(call.get(ID)));
  }

  private static Progress progress(@Nullable Boolean waiting) {
    if (waiting == null) {
      return Progress.ANY;
    }
    return waiting ? Progress.WAITING : Progress.TOLD;
  }

  record QueueNotificationRequest(
      @Description("no session need have joined it yet") ConversationId conversationId,
      @Description("its first line becomes the title") @Length(max = 100_000) String text,
      @Description("normal if it is absent") @Nullable Urgency urgency,
      @Description("the conversation that says it; if absent, the person does")
          @Nullable ConversationId from) {}

  record WithdrawNotificationRequest(
      @Description("why, in one line") @Length(max = 200) String reason) {}
}
