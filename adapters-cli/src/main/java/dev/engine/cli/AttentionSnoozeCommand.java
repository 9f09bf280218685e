package dev.engine.cli;

import dev.engine.domain.TimeSpan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "snooze",
    description = "Keep something out of attention for a while.",
    footer = {"", "Example: engine attention snooze 3fa94c01 2h"})
final class AttentionSnoozeCommand implements Runnable {

  private final Context context;

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "What it is about: an id, the number of a migration, or spool.")
  private String id;

  @Parameters(index = "1", paramLabel = "FOR", description = "Such as 30m, 2h or 1d.")
  private TimeSpan pause;

  AttentionSnoozeCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    context
        .engine()
        .attention()
        .snooze(id, pause)
        .forEach(
            item ->
                context.output().line("%s %s: snoozed for %s".formatted(item.kind(), id, pause)));
  }
}
