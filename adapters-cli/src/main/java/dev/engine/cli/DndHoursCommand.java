package dev.engine.cli;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.quiet.Hours;
import dev.engine.domain.quiet.QuietTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "hours",
    description = "Let no notice wake idle sessions at these hours of every day.",
    footer = {"", "Example: engine dnd hours 22:00-07:00"})
final class DndHoursCommand implements Runnable {

  private final Context context;

  @Parameters(
      index = "0",
      paramLabel = "HOURS",
      description = "Such as 22:00-07:00, in the configured zone.")
  private Hours hours;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CONVERSATION",
      description = "Conversation id (default: the whole fleet).")
  private @Nullable ConversationId conversation;

  DndHoursCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    QuietTime set = context.engine().quiet().daily(conversation, hours);
    context
        .output()
        .line(
            "%s: quiet %s"
                .formatted(QuietTimes.whom(set.conversation()), QuietTimes.when(set.quiet())));
  }
}
