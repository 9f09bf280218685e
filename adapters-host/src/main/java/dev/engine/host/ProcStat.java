package dev.engine.host;

import java.util.Optional;

/**
 * What Linux says of one process in {@code /proc/<pid>/stat}.
 *
 * @param state one letter, see proc(5)
 * @param parent 0 above the topmost
 * @param group the number of its process group, which is that of its first process
 * @param session likewise of its session
 * @param hasTerminal whether a terminal steers its session
 * @param startTicks since the machine was started
 */
public record ProcStat(
    char state, long parent, long group, long session, boolean hasTerminal, long startTicks) {

  // Counted from the first field after the name, which proc(5) numbers 3.
  private static final int STATE = 0;
  private static final int PARENT = 1;
  private static final int GROUP = 2;
  private static final int SESSION = 3;
  private static final int TERMINAL = 4;
  private static final int START = 19;

  /** Reads the file's one line; empty if it is none, as when the process ends meanwhile. */
  public static Optional<ProcStat> read(String line) {
    // The name stands in parentheses and may hold spaces and parentheses of its own.
    int nameEnd = line.lastIndexOf(')');
    if (nameEnd < 0) {
      return Optional.empty();
    }
    String[] fields = line.substring(nameEnd + 1).strip().split(" ", -1);
    if (fields.length <= START) {
      return Optional.empty();
    }
    return Optional.of(
        new ProcStat(
            fields[STATE].charAt(0),
            Long.parseLong(fields[PARENT]),
            Long.parseLong(fields[GROUP]),
            Long.parseLong(fields[SESSION]),
            !fields[TERMINAL].equals("0"),
            Long.parseLong(fields[START])));
  }

  /** Whether it still runs or could: not one that has ended and only waits to be asked how. */
  public boolean isAlive() {
    return state != 'Z' && state != 'X';
  }
}
