package dev.engine.cli;

import dev.engine.domain.ping.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "answer",
    description = "Answer what a ping asks. The conversation that asked is told.",
    footer = {"", "Example: engine attention answer 3fa94c01 \"Yes, but not before six.\""})
final class AttentionAnswerCommand implements Runnable {

  private final Context context;

  @Parameters(index = "0", paramLabel = "ID", description = "Ping id, 8 hex digits.")
  private String id;

  @Parameters(index = "1", paramLabel = "TEXT", description = "At most 10,000 characters.")
  private Answer answer;

  AttentionAnswerCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    context
        .engine()
        .attention()
        .answer(id, answer)
        .forEach(item -> context.output().line("%s %s: answered".formatted(item.kind(), id)));
  }
}
