package dev.engine.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time that a process has used, user and system, in hundredths of a second: Linux counts
 * in these wherever it tells a program.
 *
 * @param own its own
 * @param children of those of its children that it has waited for
 */
record ProcessorTime(long own, long children) {

  private static final double HUNDREDTHS = 100;

  /** Of process {@code pid}, a number or {@code self}. */
  static ProcessorTime of(String pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", pid, "stat"));
    // The second field is a name in parentheses, which may have spaces; the third follows it.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return new ProcessorTime(
        Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
        Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
  }

  /** What was used since {@code before}. */
  ProcessorTime since(ProcessorTime before) {
    return new ProcessorTime(own - before.own, children - before.children);
  }

  ProcessorTime plus(ProcessorTime other) {
    return new ProcessorTime(own + other.own, children + other.children);
  }

  /** {@link #own} in percent of one core over {@code seconds}. */
  double ownPercent(double seconds) {
    return own / HUNDREDTHS / seconds * 100;
  }

  /** {@link #children} in percent of one core over {@code seconds}. */
  double childrenPercent(double seconds) {
    return children / HUNDREDTHS / seconds * 100;
  }
}
