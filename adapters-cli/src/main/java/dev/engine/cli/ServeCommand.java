package dev.engine.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "serve",
    description = {
      "Run the engine of a project in this terminal, until Ctrl-C or SIGTERM.",
      "`engine up` runs it in the background instead."
    },
    footer = {
      "",
      "Examples: engine serve --port 8080",
      "          engine serve --bind 10.0.0.7 --token-file /etc/engine.token",
      "",
      "Exit codes: 0 asked to end and done, 6 another engine serves the database."
    })
final class ServeCommand implements Runnable {

  private final Context context;

  @Mixin private ServeOptions options;

  ServeCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    options.serve(context, context.home());
  }
}
