package dev.engine.app;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The hooks in a project's {@code .claude/settings.json}, run as Claude Code runs them: each
 * command hook of the event, in exec form where it has {@code args}, else through a shell, with the
 * payload on standard input.
 */
final class InstalledHooks {

  /** Three times what the client would wait. */
  private static final long LIMIT_SECONDS = 30;

  private final Path project;
  private final JsonNode hooks;

  private InstalledHooks(Path project, JsonNode hooks) {
    this.project = project;
    this.hooks = hooks;
  }

  /**
   * Reads the settings of {@code project}.
   *
   * @throws InvalidInput if there are none, or they are not JSON
   */
  static InstalledHooks of(Path project) {
    Path settings = project.resolve(".claude").resolve("settings.json");
    try {
      JsonNode root = new JsonMapper().readTree(Files.readString(settings));
      return new InstalledHooks(project, root.path("hooks"));
    } catch (IOException | JacksonException unreadable) {
      throw new InvalidInput(
          settings.toString(),
          "the settings of Claude Code",
          String.valueOf(unreadable.getMessage()));
    }
  }

  /** What a hook process did. */
  record Result(int exitCode, String stdout, String stderr) {}

  /**
   * Fires {@code event} and waits for each of its hooks, in the order of the settings.
   *
   * @param environment what the client adds to this process's environment
   */
  List<Result> fire(String event, String payload, Map<String, String> environment) {
    List<Result> results = new ArrayList<>();
    for (JsonNode group : hooks.path(event)) {
      for (JsonNode hook : group.path("hooks")) {
        if (hook.path("type").asString().equals("command")) {
          results.add(run(command(hook), payload, environment));
        }
      }
    }
    return results;
  }

  private static List<String> command(JsonNode hook) {
    String command = hook.path("command").asString();
    if (!hook.has("args")) {
      return List.of("/bin/sh", "-c", command);
    }
    List<String> words = new ArrayList<>();
    words.add(command);
    hook.path("args").forEach(arg -> words.add(arg.asString()));
    return words;
  }

  private Result run(List<String> command, String payload, Map<String, String> environment) {
    try {
      Path stdout = scratchFile(".out");
      Path stderr = scratchFile(".err");
      try {
        Process process = start(command, environment, stdout, stderr);
        try (var stdin = process.getOutputStream()) {
          stdin.write(payload.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IllegalStateException("a hook did not end: " + command);
        }
        int exitCode = process.exitValue();
        return new Result(exitCode, Files.readString(stdout), Files.readString(stderr));
      } finally {
        Files.delete(stdout);
        Files.delete(stderr);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a hook was running", stopped);
    }
  }

  private static Path scratchFile(String ending) throws IOException {
    Path file = Files.createTempFile("engine-hook", ending);
    file.toFile().deleteOnExit(); // in case somebody does not wait for it
    return file;
  }

  private Process start(
      List<String> command, Map<String, String> environment, Path stdout, Path stderr)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
    builder.redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
    // What the surroundings happen to hold of a client or of Engine speaks of another session.
    builder
        .environment()
        .keySet()
        .removeIf(
            name -> name.matches("(CLAUDE|ENGINE|TMUX).*") && !name.equals("ENGINE_JAVA_HOME"));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
