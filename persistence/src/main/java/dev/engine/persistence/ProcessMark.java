package dev.engine.persistence;

import dev.engine.domain.session.Fate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that names a process in the name of a file, and no later one with the same number: in a
 * container an engine has the same number each time.
 *
 * <p>It has the number, the kernel's count of ticks at which the process started, the namespace in
 * which its number counts, and the first digits of the kernel's id of this run of the machine: such
 * as {@code 4242-881234-4026531836-3fa94c01}.
 */
final class ProcessMark {

  private static final Path PROC = Path.of("/proc");

  private static final Pattern SHAPE =
      Pattern.compile("([0-9]{1,9})-([0-9]{1,18})-([0-9]{1,18}-[0-9a-f]{8})");

  /** How the kernel names a namespace, such as {@code pid:[4026531836]}. */
  private static final Pattern NAMESPACE = Pattern.compile("pid:\\[([0-9]{1,18})]");

  /** Where the kernel does not tell: no other process can be told from one of this space. */
  private static final String NOWHERE = "0-00000000";

  private static final int BOOT_DIGITS = 8;

  /** Counted from the first field after the name, which proc(5) numbers 3. */
  private static final int STATE = 0;

  private static final int START = 19;

  private ProcessMark() {}

  /** That of this process. */
  static String own() {
    long pid = ProcessHandle.current().pid();
    try {
      return "%d-%s-%s".formatted(pid, started(PROC.resolve("self")).orElse("0"), space());
    } catch (IOException notTold) {
      return "%d-0-%s".formatted(pid, NOWHERE);
    }
  }

  /** What has become of the process that {@code mark} names. */
  static Fate fate(String mark) {
    Matcher parts = SHAPE.matcher(mark);
    if (!parts.matches()) {
      return Fate.UNKNOWN;
    }
    try {
      if (!parts.group(3).equals(space())) {
        return Fate.UNKNOWN;
      }
      return started(PROC.resolve(parts.group(1))).equals(Optional.of(parts.group(2)))
          ? Fate.ALIVE
          : Fate.GONE;
    } catch (IOException notTold) {
      return Fate.UNKNOWN;
    }
  }

  /**
   * When the process started, in ticks; empty if there is none, or none that still runs.
   *
   * @throws IOException if that cannot be told
   */
  private static Optional<String> started(Path process) throws IOException {
    String line;
    try {
      // Latin-1 reads any byte: a program may have given itself any name.
      line = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
    // The name stands in parentheses and may hold spaces and parentheses of its own.
    String[] fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ", -1);
    boolean isEnded = fields[STATE].equals("Z") || fields[STATE].equals("X");
    return isEnded || fields.length <= START ? Optional.empty() : Optional.of(fields[START]);
  }

  private static String space() throws IOException {
    Matcher namespace =
        NAMESPACE.matcher(Files.readSymbolicLink(PROC.resolve("self/ns/pid")).toString());
    String boot =
        Files.readString(PROC.resolve("sys/kernel/random/boot_id"), StandardCharsets.ISO_8859_1);
    if (!namespace.matches() || boot.length() < BOOT_DIGITS) {
      throw new IOException("the kernel does not tell in which space this process is");
    }
    return namespace.group(1) + "-" + boot.substring(0, BOOT_DIGITS);
  }
}
