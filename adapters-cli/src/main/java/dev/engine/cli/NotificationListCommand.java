package dev.engine.cli;

import dev.engine.domain.Listed;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationFilter.Progress;
import dev.engine.wire.NotificationJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    description = "List notifications, the newest first.",
    footer = {
      "",
      "Examples: engine notification list --waiting",
      "          engine notification list --conversation chief-2026-01-05 --json"
    })
final class NotificationListCommand implements Runnable {

  private final Context context;

  @Option(
      names = "--waiting",
      description = "Only those that nobody is known to have been told of.")
  private boolean waiting;

  @Option(names = "--dead", description = "Only those that were offered in vain, and given up.")
  private boolean dead;

  @Option(names = "--conversation", paramLabel = "ID", description = "Only for this conversation.")
  private @Nullable ConversationId conversation;

  @Mixin private PageOptions pages;
  @Mixin private JsonOption json;

  NotificationListCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    NotificationFilter filter = new NotificationFilter(conversation, progress());
    Listed<Notification> notifications =
        context.engine().notifications().list(filter, pages.page());
    Output output = context.output();
    json.print(
        output,
        () -> notifications.items().stream().map(NotificationJson::of).toList(),
        () -> output.table(table(notifications.items(), output), "No notifications."));
    pages.more(output, notifications);
  }

  private Progress progress() {
    if (waiting == dead) { // both is as good as neither
      return Progress.ANY;
    }
    return waiting ? Progress.WAITING : Progress.DEAD;
  }

  static Table table(List<Notification> notifications, Output output) {
    Table table = new Table("NOTIFICATION", "CONVERSATION", "TYPE", "QUEUED", "TOLD", "TITLE");
    for (Notification notification : notifications) {
      table.row(
          Cell.of(notification.id(), Tone.ACCENT),
          Cell.of(notification.notice().conversation()),
          Cell.of(notification.notice().type()),
          output.ago(notification.createdAt()),
          told(notification.state(), output),
          Cell.of(notification.notice().title()));
    }
    return table;
  }

  private static Cell told(Notification.State state, Output output) {
    return switch (state) {
      case Notification.State.Queued queued -> Cell.of("waiting", Tone.WARN);
      case Notification.State.Offered offered -> Cell.of("offered", Tone.WARN);
      case Notification.State.Confirmed confirmed -> output.ago(confirmed.offer().at());
      case Notification.State.Seen seen -> output.ago(seen.offer().at());
      case Notification.State.Withdrawn withdrawn -> Cell.of("withdrawn", Tone.MUTED);
      case Notification.State.Expired expired -> Cell.of("expired", Tone.MUTED);
      case Notification.State.Dead dead -> Cell.of("given up", Tone.FAIL);
    };
  }
}
