package dev.engine.cli;

import picocli.CommandLine.Option;

/** {@code --json}, which every command has that shows something. */
final class JsonOption {

  @Option(names = "--json", description = "Print JSON for a program to read.")
  private boolean json;

  /** Prints {@code value} if JSON was asked for, else runs {@code text}. */
  void print(Output output, Object value, Runnable text) {
    if (json) {
      output.json(value);
    } else {
      text.run();
    }
  }

  /** As {@link #print}, for output of which more follows: JSON takes one line. */
  void printLine(Output output, Object value, Runnable text) {
    if (json) {
      output.jsonLine(value);
    } else {
      text.run();
    }
  }
}
