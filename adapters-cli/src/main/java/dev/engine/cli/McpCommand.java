package dev.engine.cli;

import picocli.CommandLine.Command;

@Command(
    name = "mcp",
    description = {
      "Give an agent Engine's tools, over standard input and output (Model Context Protocol).",
      "Claude Code runs this by itself where `engine init` has set it up."
    },
    footer = {"", "Example: claude mcp add engine -- engine mcp --project /srv/app"})
final class McpCommand implements Runnable {

  private final Context context;

  McpCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    context.program().mcp(context.home()).serve(context.in());
  }
}
