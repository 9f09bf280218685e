package dev.engine.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "version",
    description = "Say which Engine and which Java this is.",
    footer = {"", "Examples: engine version", "          engine version --json"})
final class VersionCommand implements Runnable {

  private final Context context;

  @Mixin private JsonOption json;

  VersionCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Output output = context.output();
    VersionJson version =
        new VersionJson(context.program().version(), Runtime.version().toString());
    json.print(output, () -> version, () -> output.line(new VersionLine(context).text()));
  }

  /** Which Engine, and which Java runs it. */
  record VersionJson(String engine, String java) {}
}
