package dev.engine.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    description = "Print the completion script for bash and zsh.",
    footer = {"", "Example: source <(engine completion)"})
final class CompletionCommand implements Runnable {

  private final Context context;

  @Spec private CommandSpec spec;

  CompletionCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    context.output().terminal().out().print(AutoComplete.bash("engine", spec.root().commandLine()));
  }
}
