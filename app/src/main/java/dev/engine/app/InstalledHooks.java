package dev.engine.app;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookRegistrations;
import dev.engine.domain.install.HookSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The hooks in a project's settings, run as Claude Code runs them: each command hook of the event,
 * in exec form where it has {@code args}, else through a shell, with the payload on standard input;
 * each HTTP hook by a post.
 */
final class InstalledHooks {

  /** Three times what the client would wait. */
  private static final long LIMIT_SECONDS = 30;

  /** What the client puts the folder of a plugin in the place of. */
  private static final String PLUGIN_ROOT = "${CLAUDE_PLUGIN_ROOT}";

  private final Path project;
  private final List<JsonNode> settings;

  private InstalledHooks(Path project, List<JsonNode> settings) {
    this.project = project;
    this.settings = settings;
  }

  /**
   * Reads the settings of {@code project}: those it shares, and the person's own beside them.
   *
   * @throws InvalidInput if one of them is not JSON, or there are none
   */
  static InstalledHooks of(Path project) {
    Path shared = project.resolve(".claude").resolve("settings.json");
    Path own = shared.resolveSibling("settings.local.json");
    List<Path> files = Stream.of(shared, own).filter(Files::exists).toList();
    if (files.isEmpty()) {
      throw new InvalidInput(shared.toString(), "the settings of Claude Code", "nothing");
    }
    return new InstalledHooks(project, files.stream().map(InstalledHooks::hooks).toList());
  }

  /**
   * All of {@code home}'s project: those of its settings, and those of the plugin if it is enabled.
   *
   * @throws InvalidInput if one of the files is not JSON, or there are none
   */
  static InstalledHooks of(
      HomeFolder home, HookRegistrations registrations, Distribution distribution) {
    InstalledHooks own = of(home.project());
    if (!registrations.inspect(home).hasPlugin()) {
      return own;
    }
    InstalledHooks plugin = ofPlugin(home.project(), distribution.plugin());
    return new InstalledHooks(
        home.project(), Stream.concat(own.settings.stream(), plugin.settings.stream()).toList());
  }

  /**
   * The hooks of the plugin in {@code root}, as for a session in {@code project}.
   *
   * @throws InvalidInput if there are none
   */
  static InstalledHooks ofPlugin(Path project, Path root) {
    Path file = root.resolve("hooks").resolve("hooks.json");
    return new InstalledHooks(
        project, List.of(hooks(file, text -> text.replace(PLUGIN_ROOT, root.toString()))));
  }

  private static JsonNode hooks(Path file) {
    return hooks(file, UnaryOperator.identity());
  }

  private static JsonNode hooks(Path file, UnaryOperator<String> completion) {
    try {
      String text = completion.apply(Files.readString(file));
      return new JsonMapper().readTree(text).path("hooks");
    } catch (IOException | JacksonException unreadable) {
      throw new InvalidInput(
          file.toString(), "settings of Claude Code", String.valueOf(unreadable.getMessage()));
    }
  }

  /** The events that have handlers, in the order of the settings. */
  Set<String> events() {
    return settings.stream()
        .flatMap(hooks -> hooks.propertyNames().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What a hook process did. */
  record Result(int exitCode, String stdout, String stderr) {}

  /**
   * Fires {@code event} and waits for each of its hooks, in the order of the settings. What the
   * client lets run beside its session, to wake it some time, is left out.
   *
   * @param environment what the client adds to this process's environment
   */
  List<Result> fire(String event, String payload, Map<String, String> environment) {
    return fire(event, payload, environment, handler -> true);
  }

  /** The same, but only those of Engine's, of whichever distribution. */
  List<Result> fireOurs(String event, String payload, Map<String, String> environment) {
    return fire(event, payload, environment, InstalledHooks::isOurs);
  }

  private List<Result> fire(
      String event, String payload, Map<String, String> environment, Predicate<JsonNode> isWanted) {
    return settings.stream()
        .flatMap(hooks -> hooks.path(event).valueStream())
        .flatMap(group -> group.path("hooks").valueStream())
        .filter(handler -> !handler.path("asyncRewake").asBoolean(false))
        .filter(isWanted)
        .flatMap(handler -> fire(handler, payload, environment).stream())
        .toList();
  }

  private Optional<Result> fire(JsonNode handler, String payload, Map<String, String> environment) {
    return switch (handler.path("type").asString()) {
      case "command" -> Optional.of(run(command(handler), payload, environment));
      case "http" -> Optional.of(ClientPost.of(handler, environment).post(payload));
      default -> Optional.empty(); // the client has more kinds; none of them is ours
    };
  }

  private static boolean isOurs(JsonNode handler) {
    return handler.path("command").asString().contains(HookSetup.PROGRAM)
        || handler.path("headers").has(ClientPost.MARK);
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
