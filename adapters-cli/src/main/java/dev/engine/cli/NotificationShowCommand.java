package dev.engine.cli;

import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show one notification.")
final class NotificationShowCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Notification id, 8 hex digits.")
  private NotificationId id;

  @Mixin private JsonOption json;

  NotificationShowCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Notification notification = context.engine().notifications().show(id);
    json.print(context.output(), NotificationJson.of(notification), () -> print(notification));
  }

  private void print(Notification notification) {
    Output output = context.output();
    output.line(Cell.of(notification.notice().title(), Tone.HEADING));
    output.field("for", notification.notice().conversation());
    output.field("type", notification.notice().type());
    output.field("about", notification.notice().entityId());
    output.field("queued", notification.createdAt());
    switch (notification.state()) {
      case Notification.State.Waiting waiting -> output.field("told", "nobody yet");
      case Notification.State.Told told ->
          output.field("told", "session %s at %s".formatted(told.to(), told.at()));
    }
    notification.notice().body().lines().forEach(line -> output.line("  " + line));
  }
}
