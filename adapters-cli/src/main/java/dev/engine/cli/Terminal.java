package dev.engine.cli;

import java.io.PrintWriter;

/**
 * Where a command writes.
 *
 * @param kind whether a person looks at it
 * @param columns how wide a line may be; far more than a screen where nobody looks
 */
public record Terminal(PrintWriter out, PrintWriter err, Kind kind, int columns) {

  /** Wide enough that no line of a table is ever cut. */
  private static final int UNBOUNDED = 100_000;

  /** Whether a person looks at the output, and whether colours may be used. */
  public enum Kind {
    COLOURED,
    PLAIN,
    PIPE
  }

  /** Output that a program reads. */
  public static Terminal pipe(PrintWriter out, PrintWriter err) {
    return new Terminal(out, err, Kind.PIPE, UNBOUNDED);
  }

  /** Whether a person can be asked something. */
  public boolean isInteractive() {
    return kind != Kind.PIPE;
  }
}
