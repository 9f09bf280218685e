package dev.engine.app.chaos;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program strace, by which a process is watched, killed or given faults at a system call. */
final class Strace {

  /** A JVM has files of its own open, and is told of other things than of ours. */
  private static final Pattern ENTERED = Pattern.compile("([0-9]+) +([a-z0-9_]+)\\((.*)");

  /** What strace would else cut short, in bytes: the largest page that SQLite knows. */
  private static final String WHOLE_PAGE = "65536";

  private Strace() {}

  /** Why nobody can be traced here, in words; empty if one can. */
  static Optional<String> lacking() {
    try {
      Process attempt =
          new ProcessBuilder("strace", "-f", "-o", "/dev/null", "true")
              .redirectErrorStream(true)
              .start();
      attempt.getInputStream().readAllBytes();
      return attempt.waitFor() == 0
          ? Optional.empty()
          : Optional.of("strace may not trace a process here");
    } catch (IOException absent) {
      return Optional.of("strace is not installed");
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  /**
   * The calls by which {@code command} changes what is in {@code folder}, and those by which it
   * acknowledges, in their order.
   */
  static List<SystemCall> calls(List<String> command, Path folder, Path log) {
    return calls(watched(command, List.of("-s", "16"), log), folder);
  }

  /** The changes that {@code command} makes in {@code folder}, and its acknowledgements. */
  static List<FileChange> changes(List<String> command, Path folder, Path log) {
    return StraceLog.changes(watched(command, List.of("-xx", "-s", WHOLE_PAGE), log), folder);
  }

  private static List<String> watched(List<String> command, List<String> options, Path log) {
    List<String> whole = new ArrayList<>(List.of("strace", "-f", "-q", "--seccomp-bpf", "-y"));
    whole.addAll(options);
    whole.addAll(List.of("-o", log.toString()));
    whole.addAll(List.of("-e", "signal=none", "-e", "trace=" + names()));
    whole.addAll(command);
    WriterRun run = WriterRun.of(whole);
    if (run.exitCode() != 0) {
      throw new StorageUnavailable("strace cannot watch a writer: " + run);
    }
    return lines(log);
  }

  /** What has {@code command} be killed right before {@code call}. */
  static List<String> killing(List<String> command, SystemCall call) {
    // Not by --seccomp-bpf: with it strace 6.1 does not pass the signal on.
    return injecting(command, List.of(), call.name(), "signal=SIGKILL:when=" + call.number());
  }

  /**
   * What has a call of {@code command} fail.
   *
   * @param call its name
   * @param error such as {@code EIO}
   * @param which as strace has it, such as {@code 7}, or {@code 7+} for the later ones too
   */
  static List<String> failing(List<String> command, String call, String error, String which) {
    String fault = "error=%s:when=%s".formatted(error, which);
    return injecting(command, List.of("--seccomp-bpf"), call, fault);
  }

  private static List<String> injecting(
      List<String> command, List<String> options, String call, String fault) {
    List<String> whole = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", "/dev/null"));
    whole.addAll(options);
    whole.addAll(List.of("-e", "signal=none", "-e", "trace=" + call));
    whole.addAll(List.of("-e", "inject=%s:%s".formatted(call, fault)));
    whole.addAll(command);
    return whole;
  }

  private static List<SystemCall> calls(List<String> log, Path folder) {
    Map<String, Integer> counts = new HashMap<>();
    List<SystemCall> calls = new ArrayList<>();
    for (String line : log) {
      Matcher entered = ENTERED.matcher(line);
      if (entered.matches()) {
        String name = entered.group(2);
        int number = counts.merge(entered.group(1) + " " + name, 1, Integer::sum);
        if (isChange(name, entered.group(3), folder)) {
          calls.add(new SystemCall(name, number));
        }
      }
    }
    return calls;
  }

  private static boolean isChange(String name, String rest, Path folder) {
    boolean isAnswer = name.equals("write") && rest.contains("\"done ");
    boolean isLook = name.equals("openat") && !rest.contains("O_CREAT");
    return isAnswer || (rest.contains(folder.toString()) && !isLook);
  }

  private static String names() {
    // One that this machine's kernel does not have is no error.
    return String.join(",", SystemCall.CHANGING.stream().map(name -> "?" + name).sorted().toList());
  }

  private static List<String> lines(Path log) {
    try {
      return Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException failure) {
      throw new StorageUnavailable("the log of strace cannot be read", failure);
    }
  }
}
