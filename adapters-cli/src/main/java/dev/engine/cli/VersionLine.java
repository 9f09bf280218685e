package dev.engine.cli;

import picocli.CommandLine.IVersionProvider;

/** Which Engine this is, and which Java runs it. */
final class VersionLine implements IVersionProvider {

  private final Context context;

  VersionLine(Context context) {
    this.context = context;
  }

  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }

  String text() {
    return "engine %s (Java %s)".formatted(context.program().version(), Runtime.version());
  }
}
