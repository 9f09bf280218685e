package dev.engine.cli;

import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "end",
    description = {
      "Record that a session is over. Its process is not touched, and ending it twice is harmless."
    },
    footer = {
      "",
      "Examples: engine session end 3fa94c01",
      "          engine session end 3fa94c01 --reason lost"
    })
final class SessionEndCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Session id, 8 hex digits.")
  private SessionId id;

  @Option(
      names = "--reason",
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).",
      defaultValue = "closed")
  private EndReason reason;

  SessionEndCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Session ended = context.engine().sessions().end(id, reason);
    Output output = context.output();
    output.line(
        "session %s: %s".formatted(ended.id(), Sessions.state(ended.state(), output).text()));
  }
}
