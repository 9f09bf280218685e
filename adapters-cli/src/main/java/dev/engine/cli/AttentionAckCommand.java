package dev.engine.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "ack",
    description = "Say that you have seen something; it is shown again if it happens again.",
    footer = {"", "Example: engine attention ack 3fa94c01"})
final class AttentionAckCommand implements Runnable {

  private final Context context;

  @Parameters(
      paramLabel = "ID",
      description = "What it is about: an id, the number of a migration, or spool.")
  private String id;

  AttentionAckCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    context
        .engine()
        .attention()
        .acknowledge(id)
        .forEach(item -> context.output().line("%s %s: seen".formatted(item.kind(), id)));
  }
}
