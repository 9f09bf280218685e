package dev.engine.cli;

import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.Offer;
import dev.engine.wire.NotificationJson;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = "Show one notification.",
    footer = {"", "Example: engine notification show 3fa94c01"})
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
    json.print(
        context.output(), () -> NotificationJson.of(notification), () -> print(notification));
  }

  private void print(Notification notification) {
    Output output = context.output();
    output.line(Cell.of(notification.notice().title(), Tone.HEADING));
    output.field("for", notification.notice().conversation());
    output.field("type", notification.notice().type());
    output.field("about", notification.notice().entityId());
    output.field("from", notification.notice().sender().wireName());
    output.field("urgency", notification.notice().terms().urgency());
    output.field("queued", notification.createdAt());
    path(notification.state()).forEach(step -> output.field(step.name(), step.text()));
    notification.notice().body().lines().forEach(line -> output.line("  " + line));
  }

  private record Step(String name, String text) {}

  /** What came after it was queued, in this order. */
  private static List<Step> path(State state) {
    return switch (state) {
      case State.Queued queued -> List.of(new Step("told", waiting(queued)));
      case State.Offered offered ->
          List.of(offer(offered.offer()), new Step("confirmed", "not yet"));
      case State.Confirmed confirmed ->
          List.of(offer(confirmed.offer()), at("confirmed", confirmed));
      case State.Seen seen ->
          List.of(
              offer(seen.offer()), at("confirmed", seen), new Step("seen", seen.at().toString()));
      case State.Withdrawn withdrawn ->
          List.of(new Step("withdrawn", "%s: %s".formatted(withdrawn.at(), withdrawn.reason())));
      case State.Expired expired -> List.of(new Step("expired", expired.at().toString()));
      case State.Dead dead ->
          List.of(
              new Step("given up", "%s, after %d offers".formatted(dead.at(), dead.attempts())));
    };
  }

  private static String waiting(State.Queued queued) {
    return queued.attempts() == 0
        ? "nobody yet"
        : "nobody for sure, after %d offers".formatted(queued.attempts());
  }

  private static Step offer(Offer offer) {
    return new Step(
        "offered",
        "to session %s at %s, attempt %d".formatted(offer.to(), offer.at(), offer.attempt()));
  }

  private static Step at(String name, State state) {
    return new Step(name, String.valueOf(state.confirmedAt()));
  }
}
