package dev.engine.cli;

import dev.engine.domain.host.Showing;
import dev.engine.domain.session.SessionId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "jump",
    description = {
      "Bring the tmux pane of a live session to the front. The terminal is switched there if only"
          + " one is attached to tmux."
    },
    footer = {"", "Example: engine session jump 3fa94c01"})
final class SessionJumpCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Session id, 8 hex digits.")
  private SessionId id;

  SessionJumpCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Showing.Shown shown = context.engine().display().show(id);
    String place =
        "session %s: in front, in pane %s of window %s".formatted(id, shown.pane(), shown.window());
    context
        .output()
        .line(shown.isVisible() ? place : place + "; no terminal shows that yet, attach one");
  }
}
