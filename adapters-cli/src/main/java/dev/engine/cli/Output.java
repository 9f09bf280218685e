package dev.engine.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;

/** What commands print, to a person or to a program. */
final class Output {

  /** Below that, lines of a paragraph are left to the terminal to break. */
  private static final int LEAST_COLUMNS = 20;

  private final Terminal terminal;
  private final InstantSource clock;

  Output(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  Terminal terminal() {
    return terminal;
  }

  /** One line. */
  void line(String text) {
    line(Cell.of(text));
  }

  /** One line of one meaning. */
  void line(Cell text) {
    println(text.styled());
  }

  /** One line of several meanings, made of cells. */
  void line(AttributedString text) {
    println(text);
  }

  /** One muted line beside what was asked for, where no program takes it for that. */
  void aside(String text) {
    terminal.out().flush();
    println(terminal.err(), Cell.of(text, Tone.MUTED).styled());
  }

  /** A question, after which the person types in the same line. */
  void prompt(String question) {
    terminal.out().print(Cell.of(question).text());
    terminal.out().flush();
  }

  void emptyLine() {
    terminal.out().println();
  }

  /** A table, or one muted sentence where it would be empty. */
  void table(Table table, String ifEmpty) {
    if (table.isEmpty()) {
      line(Cell.of(ifEmpty, Tone.MUTED));
    } else {
      table.lines(terminal.columns()).forEach(this::println);
    }
  }

  /**
   * {@code text} in as many lines as it takes here, behind {@code label} in the first of them and
   * below itself in the others.
   *
   * @param label of ASCII; it is muted
   */
  void paragraph(String label, String text, Tone tone) {
    int columns = Math.max(LEAST_COLUMNS, terminal.columns() - label.length());
    String before = label;
    for (String line : Lines.of(Cell.of(text).text(), columns)) {
      AttributedStringBuilder whole = new AttributedStringBuilder();
      whole.append(before, Tone.MUTED.style()).append(line, tone.style());
      println(whole.toAttributedString());
      before = " ".repeat(label.length());
    }
  }

  /** A name and what it is, indented so that several stand below one another. */
  void field(String name, @Nullable Object value) {
    if (value != null) {
      line("  %-14s %s".formatted(name, value));
    }
  }

  /** {@code value} as JSON; absent rather than null. */
  void json(Object value) {
    terminal.out().println(JsonText.of(value));
  }

  /** {@code value} as JSON in one line, where more of them follow. */
  void jsonLine(Object value) {
    terminal.out().println(JsonText.lineOf(value));
  }

  /**
   * Whether nobody can read any more what is printed. What was printed is on its way after this.
   */
  boolean isCutOff() {
    return terminal.out().checkError();
  }

  /** A last line of output that had no end, for a person; below what their Ctrl-C left behind. */
  void farewell(String text) {
    if (terminal.isInteractive()) {
      terminal.err().println();
      terminal.err().println(Cell.of(text).text());
    }
  }

  Instant now() {
    return clock.instant();
  }

  /** How long ago {@code then} was, muted. */
  Cell ago(Instant then) {
    return Cell.of(Ago.of(then, clock.instant()), Tone.MUTED);
  }

  /** How long ago {@code then} was, as it stands in a sentence. */
  String since(Instant then) {
    return Ago.of(then, clock.instant());
  }

  private void println(AttributedString line) {
    println(terminal.out(), line);
  }

  private void println(PrintWriter to, AttributedString line) {
    boolean coloured = terminal.kind() == Terminal.Kind.COLOURED;
    to.println(coloured ? line.toAnsi() : line.toString());
  }
}
