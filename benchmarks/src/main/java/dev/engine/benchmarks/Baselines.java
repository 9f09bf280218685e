package dev.engine.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the hooks are compared with. */
final class Baselines {

  private Baselines() {}

  /** A bare program on this JDK. */
  static TimedProcess hello(ScratchHome scratch) throws IOException {
    Path java = Path.of(System.getProperty("java.home")).resolve("bin/java");
    // Of this program's own class path it needs only where it is itself.
    Path classes =
        Path.of(Hello.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    List<String> command =
        List.of(java.toString(), "-cp", classes.toString(), Hello.class.getName());
    return new TimedProcess("java Hello", command, scratch.payload("none", ""), Map.of());
  }

  /**
   * A Python hook that makes the same writes, as durable.
   *
   * @throws IllegalStateException if there is no Python
   */
  static TimedProcess python(ScratchHome scratch, Path hook)
      throws IOException, InterruptedException {
    if (!isThere("python3")) {
      throw new IllegalStateException("python3 is the baseline, and is not there");
    }
    List<String> command =
        List.of("python3", hook.toString(), scratch.folder().resolve("python.db").toString());
    return new TimedProcess(
        "python hook, the same writes", command, scratch.payload("UserPromptSubmit", ""), Map.of());
  }

  /** The shell that the hook's launcher is written in, doing nothing. */
  static TimedProcess bash(ScratchHome scratch) throws IOException {
    return new TimedProcess(
        "bash alone", List.of("bash", "-c", ":"), scratch.payload("none", ""), Map.of());
  }

  private static boolean isThere(String program) throws IOException, InterruptedException {
    return new ProcessBuilder("bash", "-c", "type -P " + program)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
