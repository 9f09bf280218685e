package dev.engine.cli;

import dev.engine.domain.TimeSpan;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.quiet.QuietTime;
import dev.engine.domain.quiet.WallTime;
import dev.engine.services.QuietSchedule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "on",
    description = "Let no notice wake idle sessions from now on.",
    footer = {"", "Example: engine dnd on --for 2h builder-3fa94c01"})
final class DndOnCommand implements Runnable {

  private final Context context;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CONVERSATION",
      description = "Conversation id (default: the whole fleet).")
  private @Nullable ConversationId conversation;

  @ArgGroup private @Nullable End end;

  DndOnCommand(Context context) {
    this.context = context;
  }

  /** When it is over; one of both. */
  private static final class End {

    @Option(names = "--for", paramLabel = "SPAN", description = "Such as 30m, 2h or 1d.")
    private @Nullable TimeSpan length;

    @Option(
        names = "--until",
        paramLabel = "TIME",
        description = "Such as 07:30 or 2026-01-05T07:30, in the configured zone.")
    private @Nullable WallTime time;
  }

  @Override
  public void run() {
    QuietTime set = begun(context.engine().quiet());
    context
        .output()
        .line(
            "%s: quiet %s"
                .formatted(QuietTimes.whom(set.conversation()), QuietTimes.when(set.quiet())));
  }

  private QuietTime begun(QuietSchedule schedule) {
    if (end != null && end.length != null) {
      return schedule.begin(conversation, end.length);
    }
    return end != null && end.time != null
        ? schedule.begin(conversation, end.time)
        : schedule.begin(conversation);
  }
}
