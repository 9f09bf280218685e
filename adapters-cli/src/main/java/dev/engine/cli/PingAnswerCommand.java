package dev.engine.cli;

import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "answer",
    description = "Answer a ping. The conversation that asked is told, whichever session is alive.",
    footer = {"", "Example: engine ping answer 3fa94c01 \"Yes, but not before six.\""})
final class PingAnswerCommand implements Runnable {

  private final Context context;

  @Parameters(index = "0", paramLabel = "ID", description = "Ping id, 8 hex digits.")
  private PingId id;

  @Parameters(index = "1", paramLabel = "TEXT", description = "At most 10,000 characters.")
  private Answer answer;

  PingAnswerCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Ping ping = context.engine().pings().answer(id, answer);
    context.output().line("ping %s: answered".formatted(ping.id()));
  }
}
