package dev.engine.host.worker;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.WorkerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The variables that a worker's program gets: few of the engine's own, and what says whose it is.
 * Nothing of the session that happened to start the engine gets through.
 */
final class WorkerEnvironment {

  private static final String WORKER = "ENGINE_WORKER_ID";
  private static final String ATTEMPT = "ENGINE_WORKER_ATTEMPT";
  private static final String HOME = "ENGINE_HOME";

  private static final Pattern USUAL =
      Pattern.compile(
          "PATH|HOME|USER|LOGNAME|LANG|LC_[A-Z]+|TZ|TERM|SHELL|TMPDIR|SSH_AUTH_SOCK|ANTHROPIC_.*");

  /** Whatever a profile says: they would make the client take itself for a part of another. */
  private static final Pattern NEVER = Pattern.compile("CLAUDE.*|ENGINE_.*|TMUX.*|BASH_.*");

  private final HomeFolder home;
  private final Map<String, String> engine;

  /**
   * @param engine the variables of this process
   */
  WorkerEnvironment(HomeFolder home, Map<String, String> engine) {
    this.home = home;
    this.engine = Map.copyOf(engine);
  }

  /**
   * Those of one attempt.
   *
   * @param further names of variables that it gets too, where they are set
   */
  Map<String, String> of(AttemptId attempt, Set<String> further) {
    Map<String, String> variables = new HashMap<>();
    engine.forEach(
        (name, value) -> {
          boolean isWanted = USUAL.matcher(name).matches() || further.contains(name);
          if (isWanted && !NEVER.matcher(name).matches()) {
            variables.put(name, value);
          }
        });
    variables.put(HOME, home.toString());
    variables.put(WORKER, attempt.worker().value());
    variables.put(ATTEMPT, Integer.toString(attempt.number()));
    variables.put("ENGINE_MODE", "background");
    return variables;
  }

  /** Why {@code program} cannot be run with these variables; empty if it can. */
  Optional<String> lackOf(String program) {
    List<Path> places = places(program).filter(Files::exists).toList();
    if (places.isEmpty()) {
      return Optional.of("command not found: " + program);
    }
    return places.stream().anyMatch(WorkerEnvironment::isProgram)
        ? Optional.empty()
        : Optional.of("not a program: " + program);
  }

  private Stream<Path> places(String program) {
    return program.startsWith("/")
        ? Stream.of(Path.of(program))
        : Arrays.stream(engine.getOrDefault("PATH", "").split(":", -1))
            .filter(folder -> folder.startsWith("/"))
            .map(folder -> Path.of(folder, program));
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  /** The attempt of this home that a process with {@code variables} is of; empty if of none. */
  Optional<AttemptId> attemptOf(Map<String, String> variables) {
    String worker = variables.getOrDefault(WORKER, "");
    String attempt = variables.getOrDefault(ATTEMPT, "");
    boolean isAttempt = worker.matches("[0-9a-f]{8}") && attempt.matches("[1-9][0-9]{0,8}");
    return isAttempt && isOurs(variables.getOrDefault(HOME, ""))
        ? Optional.of(new AttemptId(new WorkerId(worker), Integer.parseInt(attempt)))
        : Optional.empty();
  }

  /** An engine that saw the home through a link has called it otherwise. */
  private boolean isOurs(String other) {
    try {
      return home.toString().equals(other) || Files.isSameFile(Path.of(other), home.path());
    } catch (IOException | InvalidPathException noHome) {
      return false;
    }
  }
}
