package dev.engine.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command that is run again and again, timed from outside by bash's {@code time}: it counts the
 * processor time of all children, which Java does not tell.
 *
 * @param stdin a file
 * @param environment what is added to this process's
 */
record TimedProcess(
    String name, List<String> command, Path stdin, Map<String, String> environment) {

  private static final String SCRIPT = "TIMEFORMAT='%R %U %S'; time \"$@\" >/dev/null 2>&1 <\"$0\"";

  /** Elapsed and processor time of one run, in milliseconds. */
  record Run(double wallMillis, double cpuMillis) {}

  /** Runs it once. */
  Run run() throws IOException, InterruptedException {
    List<String> bash = new ArrayList<>(List.of("bash", "-c", SCRIPT, stdin.toString()));
    bash.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(bash).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String line =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("%s failed: %s".formatted(name, line));
    }
    String[] seconds = line.split(" ", -1);
    return new Run(millis(seconds[0]), millis(seconds[1]) + millis(seconds[2]));
  }

  private static double millis(String seconds) {
    return Double.parseDouble(seconds) * 1_000;
  }
}
