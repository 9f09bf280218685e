package dev.engine.cli;

import dev.engine.services.LogTail;
import java.util.function.Consumer;

/** Takes a log line by line, however it comes. */
final class LogLines {

  /** A line that is longer is taken for several: it must not fill the memory. */
  private static final int LONGEST = 64 * 1024;

  private final Consumer<String> printer;
  private final StringBuilder line = new StringBuilder();

  /**
   * @param printer prints a line, which is given without its end
   */
  LogLines(Consumer<String> printer) {
    this.printer = printer;
  }

  /** Prints all that {@code tail} has now but for a line that has not ended. */
  void addAllOf(LogTail tail) {
    for (String piece = tail.next(); !piece.isEmpty(); piece = tail.next()) {
      add(piece);
    }
  }

  /** Prints {@code rest} and what has not ended with it. */
  void end(String rest) {
    add(rest);
    if (!line.isEmpty()) {
      print();
    }
  }

  private void add(String piece) {
    int from = 0;
    for (int end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      line.append(piece, from, end);
      print();
      from = end + 1;
    }
    line.append(piece, from, piece.length());
    if (line.length() > LONGEST) {
      print();
    }
  }

  private void print() {
    boolean isOfWindows = !line.isEmpty() && line.charAt(line.length() - 1) == '\r';
    printer.accept(line.substring(0, line.length() - (isOfWindows ? 1 : 0)));
    line.setLength(0);
  }
}
