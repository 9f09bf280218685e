package dev.engine.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "hook",
    description = {
      "Hand an event of Claude Code over, as its hooks do; the payload comes on standard input.",
      "This runs `bin/engine-hook` with the home that it has found. The hooks that `engine init`"
          + " registers name that program itself: it is quick, for no JVM starts before it."
    },
    footer = {
      "",
      "Examples: engine hook <payload.json",
      "          echo '{\"hook_event_name\":\"Stop\",\"session_id\":\"a\"}' | engine hook Stop",
      "",
      "Exit code 0 whatever comes of the event; what went wrong is a line on standard error."
    })
final class HookCommand implements Callable<Integer> {

  private final Context context;

  @Parameters(
      paramLabel = "EVENT",
      arity = "0..1",
      description = "Such as SessionStart or Stop (default: what the payload says).")
  private String event = "";

  HookCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<String> arguments = new ArrayList<>();
    context.homeOfHook().ifPresent(home -> arguments.addAll(List.of("--home", home.toString())));
    if (!event.isEmpty()) {
      arguments.add(event);
    }
    return context.program().hook().run(List.copyOf(arguments));
  }
}
