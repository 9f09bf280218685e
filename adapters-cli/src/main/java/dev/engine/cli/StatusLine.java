package dev.engine.cli;

import java.io.PrintWriter;

/** The line that the cursor is on, written over and over; nothing where nobody looks. */
final class StatusLine {

  /** Each time another one, so that it is seen to live. */
  private static final String TURNING = "|/-\\";

  private final Terminal terminal;
  private int turns;

  StatusLine(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Whether anybody sees it. */
  boolean isShown() {
    return terminal.isInteractive();
  }

  /** Shows {@code text}, cut where it is too long for the line. */
  void show(String text) {
    char sign = TURNING.charAt(turns % TURNING.length());
    turns++;
    int columns = terminal.columns() - 1; // in the last column some terminals go to the next line
    Cell cell = Cell.of(sign + " " + text);
    String cut = cell.styled().columnSubSequence(0, columns).toString();
    write("\r" + cut + " ".repeat(Math.max(0, columns - Cell.of(cut).columns())));
  }

  /** Leaves the line empty, if anything was shown. */
  void wipe() {
    if (turns > 0) {
      write("\r" + " ".repeat(terminal.columns() - 1) + "\r");
    }
  }

  private void write(String text) {
    PrintWriter err = terminal.err();
    err.print(text);
    err.flush();
  }
}
