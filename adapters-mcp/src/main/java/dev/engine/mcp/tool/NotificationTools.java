package dev.engine.mcp.tool;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationFilter.Progress;
import dev.engine.mcp.input.Description;
import dev.engine.mcp.input.Length;
import dev.engine.services.Engine;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What conversations are told. */
final class NotificationTools {

  private final Engine engine;

  NotificationTools(Engine engine) {
    this.engine = engine;
  }

  List<Tool<?>> tools() {
    return List.of(
        Tool.of(
            "notify",
            "Leave a message for another conversation; its next session is told, whenever that is.",
            Effect.ADDS,
            Message.class,
            NotificationJson.class,
            this::send),
        Tool.of(
            "notifications_read",
            "Read what this conversation, or another, was told or is still to be told.",
            Effect.READS,
            Filter.class,
            NotificationsJson.class,
            this::read));
  }

  record Message(
      @Description("who is told, such as chief-2026-01-05") ConversationId conversation,
      @Length(max = 100_000) String text,
      @Nullable Urgency urgency) {}

  record Filter(
      @Description("left out: that of the calling session, or all")
          @Nullable ConversationId conversation,
      @Description("only those that nobody is known to have been told of")
          @Nullable Boolean waiting,
      @Nullable Limit limit) {}

  private Answer<NotificationJson> send(Message input, Calling calling) {
    Notification queued =
        engine
            .notifications()
            .message(
                input.conversation(),
                calling.sender(),
                Objects.requireNonNullElse(input.urgency(), Urgency.NORMAL),
                input.text());
    return new Answer<>(
        NotificationJson.of(queued),
        "notification %s waits for %s".formatted(queued.id(), queued.notice().conversation()));
  }

  private Answer<NotificationsJson> read(Filter input, Calling calling) {
    ConversationId conversation =
        input.conversation() == null ? calling.conversation() : input.conversation();
    Progress progress = Boolean.TRUE.equals(input.waiting()) ? Progress.WAITING : Progress.ANY;
    Listed<Notification> found =
        engine
            .notifications()
            .list(
                new NotificationFilter(conversation, progress),
                Page.first(Objects.requireNonNullElse(input.limit(), new Limit(20))));
    return new Answer<>(
        new NotificationsJson(
            found.items().stream().map(NotificationJson::of).toList(), found.next() != null),
        Said.list("notices", found.items(), found.next() != null, NotificationTools::line));
  }

  static String line(Notification notification) {
    return "notice %s to %s from %s, %s: %s"
        .formatted(
            notification.id(),
            notification.notice().conversation(),
            notification.notice().sender().said(),
            notification.state().standing().wireName(),
            Said.quoted(notification.notice().title()));
  }

  record NotificationsJson(List<NotificationJson> items, boolean more) {}
}
