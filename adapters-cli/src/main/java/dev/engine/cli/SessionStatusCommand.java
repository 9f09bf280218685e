package dev.engine.cli;

import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.StatusText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "status",
    description = "Say what a session is working on.",
    footer = {"", "Example: engine session status 3fa94c01 \"Fixes the build.\""})
final class SessionStatusCommand implements Runnable {

  private final Context context;

  @Parameters(index = "0", paramLabel = "ID", description = "Session id, 8 hex digits.")
  private SessionId id;

  @Parameters(index = "1", paramLabel = "TEXT", description = "One line of at most 500 characters.")
  private StatusText text;

  SessionStatusCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Session session = context.engine().sessions().say(id, text);
    context.output().line("session %s works on: %s".formatted(session.id(), text.value()));
  }
}
