package dev.engine.cli;

import picocli.CommandLine.Command;

@Command(name = "version", description = "Say which Engine and which Java this is.")
final class VersionCommand implements Runnable {

  private final Context context;

  VersionCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    context.output().line(new VersionLine(context).text());
  }
}
