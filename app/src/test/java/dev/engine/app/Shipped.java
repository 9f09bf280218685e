package dev.engine.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The distribution that was just built, run as the processes that users run. */
public final class Shipped {

  static final Path DISTRIBUTION = Path.of(System.getProperty("engine.distribution"));

  /** Far more than any of them takes; only a hang meets it. */
  private static final long HANG_SECONDS = 60;

  private Shipped() {}

  /** What a process did. */
  public record Result(int exitCode, String out, String err) {}

  /** Runs {@code engine} with these arguments in {@code directory}. */
  static Result engine(Path directory, String... args) {
    List<String> command = new ArrayList<>();
    command.add(DISTRIBUTION.resolve("bin/engine").toString());
    command.addAll(List.of(args));
    return run(directory, command, "", Map.of());
  }

  /** Runs {@code engine-hook} for the home of {@code project}. */
  static Result hook(Path project, String payload, String... args) {
    List<String> command = new ArrayList<>();
    command.add(DISTRIBUTION.resolve("bin/engine-hook").toString());
    command.add("--home");
    command.add(project.resolve(".engine").toString());
    command.addAll(List.of(args));
    return run(project, command, payload, Map.of());
  }

  /** A project in {@code folder} in which Engine was initialised. */
  static Path project(Path folder) {
    Result init = engine(folder, "init", "--project", folder.toString(), "--yes");
    if (init.exitCode() != 0) {
      throw new IllegalStateException("engine init failed: " + init);
    }
    return folder;
  }

  static Result run(
      Path directory, List<String> command, String stdin, Map<String, String> environment) {
    try {
      Path out = Files.createTempFile("shipped", ".out");
      Path err = Files.createTempFile("shipped", ".err");
      try {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(CLAUDE|ENGINE|TMUX).*"));
        // The person who runs the tests may have settings that would matter.
        builder
            .environment()
            .put("CLAUDE_CONFIG_DIR", DISTRIBUTION.resolve("no-settings").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        write(process, stdin);
        if (!process.waitFor(HANG_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IllegalStateException("hangs: " + command);
        }
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void write(Process process, String stdin) throws IOException {
    try (var pipe = process.getOutputStream()) {
      pipe.write(stdin.getBytes(StandardCharsets.UTF_8));
    }
  }
}
