package dev.engine.app.chaos;

import dev.engine.app.chaos.FileChange.Acknowledged;
import dev.engine.app.chaos.FileChange.Appended;
import dev.engine.app.chaos.FileChange.Made;
import dev.engine.app.chaos.FileChange.MadeFolder;
import dev.engine.app.chaos.FileChange.Removed;
import dev.engine.app.chaos.FileChange.Renamed;
import dev.engine.app.chaos.FileChange.Resized;
import dev.engine.app.chaos.FileChange.Written;
import dev.engine.persistence.SideFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a log of strace with {@code -f -y -xx} tells of the changes in a folder. */
final class StraceLog {

  /** Of one that failed nothing came. */
  private static final Pattern CALL = Pattern.compile("[0-9]+ +([a-z0-9_]+)\\((.*)\\) += [0-9]+.*");

  /** An open file and a text are in hexadecimal; the folder of a relative path is passed over. */
  private static final Pattern ARGUMENT =
      Pattern.compile("AT_FDCWD<[^>]*>|[0-9]+<([^>]*)>|\"([^\"]*)\"|([A-Z0-9_|]+)");

  /** A line with the beginning of a call, or with the rest of one. */
  private static final Pattern PART =
      Pattern.compile(
          "(?<thread>[0-9]+)(?:(?<begun> .*?) <unfinished \\.\\.\\.>"
              + "| +<\\.\\.\\. [a-z0-9_]+ resumed>(?<rest>.*))");

  /**
   * Of the index of the log, which is not written by calls, and which nobody trusts after a death.
   */
  private static final String INDEX = SideFile.INDEX.ending();

  private static final String DONE = "done ";

  private final Path folder;
  private final String inside;
  private final List<FileChange> changes = new ArrayList<>();

  /** What each thread has begun and not ended, by its number as it is written in the log. */
  private final Map<String, String> begun = new HashMap<>();

  private StraceLog(Path folder) {
    this.folder = folder;
    this.inside = hex(folder.toString());
  }

  /**
   * The changes in {@code folder} and the acknowledgements, in their order.
   *
   * @throws IllegalArgumentException if the log cannot be understood
   */
  static List<FileChange> changes(List<String> lines, Path folder) {
    StraceLog log = new StraceLog(folder);
    lines.forEach(log::read);
    return List.copyOf(log.changes);
  }

  /**
   * A call in whose midst another thread's was seen stands in two lines, and is read as a whole.
   */
  private void read(String line) {
    Matcher part = PART.matcher(line);
    if (!part.matches()) {
      readWhole(line);
    } else if (part.group("begun") != null) {
      requireInTurn(line);
      begun.put(part.group("thread"), part.group("begun"));
    } else {
      String beginning = begun.remove(part.group("thread"));
      if (beginning != null) {
        readWhole(part.group("thread") + beginning + part.group("rest"));
      }
    }
  }

  private void readWhole(String line) {
    Matcher call = CALL.matcher(line);
    if (call.matches() && (line.contains(inside) || line.contains(hex(DONE)))) {
      requireInTurn(line);
      add(call.group(1), arguments(call.group(2)));
    }
  }

  /** While one thread changes files no other may, for nobody could tell which change was first. */
  private void requireInTurn(String line) {
    if (line.contains(inside) && begun.values().stream().anyMatch(call -> call.contains(inside))) {
      throw new IllegalArgumentException("two threads change files at once: " + line);
    }
  }

  private void add(String call, List<String> arguments) {
    if (call.equals("write") && arguments.get(1).startsWith(hex(DONE))) {
      changes.add(new Acknowledged());
    } else if (!arguments.getFirst().endsWith(hex(INDEX))) {
      addChange(call, inside(arguments.getFirst()), arguments);
    }
  }

  private void addChange(String call, Path file, List<String> arguments) {
    switch (call) {
      case "openat" -> {
        if (arguments.get(1).contains("O_CREAT")) {
          changes.add(new Made(file));
        }
      }
      case "pwrite64" -> {
        long place = Long.parseLong(arguments.get(3));
        changes.add(new Written(file, place, digits(arguments.get(1))));
      }
      // Only files that were empty before are written so, from the beginning to the end.
      case "write" -> changes.add(new Appended(file, digits(arguments.get(1))));
      case "ftruncate" -> changes.add(new Resized(file, Long.parseLong(arguments.get(1))));
      case "mkdir" -> changes.add(new MadeFolder(file));
      case "rename", "renameat", "renameat2" ->
          changes.add(new Renamed(file, inside(arguments.get(1))));
      case "unlink", "unlinkat" -> changes.add(new Removed(file));
      case "fsync", "fdatasync" -> {} // what a process wrote outlives it without
      default -> throw new IllegalArgumentException("an unknown change of files: " + call);
    }
  }

  private Path inside(String hex) {
    return folder.relativize(Path.of(text(hex)));
  }

  /** Paths and texts in hexadecimal, flags and numbers as they are. */
  private static List<String> arguments(String text) {
    List<String> arguments = new ArrayList<>();
    Matcher argument = ARGUMENT.matcher(text);
    while (argument.find()) {
      for (int i = 1; i <= argument.groupCount(); i++) {
        if (argument.group(i) != null) {
          arguments.add(argument.group(i));
        }
      }
    }
    return arguments;
  }

  private static String text(String hex) {
    return new String(HexFormat.of().parseHex(digits(hex)), StandardCharsets.UTF_8);
  }

  /** Without what marks each byte. */
  private static String digits(String hex) {
    return hex.replace("\\x", "");
  }

  private static String hex(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return "\\x" + HexFormat.ofDelimiter("\\x").formatHex(bytes);
  }
}
