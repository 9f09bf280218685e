package dev.engine.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** {@code --json}, which every command has that shows something. */
final class JsonOption {

  @Option(names = "--json", description = "Print JSON for a program to read.")
  private boolean json;

  /**
   * Prints {@code value} if JSON was asked for, which alone has it made, else runs {@code text}.
   */
  void print(Output output, Supplier<?> value, Runnable text) {
    if (json) {
      output.json(value.get());
    } else {
      text.run();
    }
  }

  /** As {@link #print}, for output of which more follows: JSON takes one line. */
  void printLine(Output output, Supplier<?> value, Runnable text) {
    if (json) {
      output.jsonLine(value.get());
    } else {
      text.run();
    }
  }
}
