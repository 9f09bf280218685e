package dev.engine.app.chaos;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.install.HomeFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The shipped engine that serves a scratch project, in a process of its own, until it is closed.
 */
final class ScratchEngine implements AutoCloseable {

  /** Only a hang meets it. */
  private static final long HANG_SECONDS = 60;

  private final HomeFolder home;
  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();

  private ScratchEngine(HomeFolder home, Process process) {
    this.home = home;
    this.process = process;
  }

  /** Makes {@code project}, and sets Engine up in it. */
  static Path project(Path distribution, Path project) {
    Folders.made(project);
    Process init = started(distribution, project, Map.of(), "init", "--yes");
    try {
      String said = new String(init.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (init.waitFor() != 0) {
        throw new StorageUnavailable("the scratch project cannot be set up: " + said);
      }
      return project;
    } catch (IOException failure) {
      throw trouble(failure);
    } catch (InterruptedException asked) {
      throw interrupted(asked);
    }
  }

  /** Returns when it serves. */
  static ScratchEngine serving(Path distribution, Path project, Map<String, String> environment) {
    Process process = started(distribution, project, environment, "serve");
    try {
      String said = process.inputReader().readLine();
      if (said == null || !said.startsWith("Engine serves ")) {
        process.destroyForcibly();
        throw new StorageUnavailable("the scratch engine does not serve: " + said);
      }
      return new ScratchEngine(HomeFolder.of(project), process);
    } catch (IOException failure) {
      process.destroyForcibly();
      throw trouble(failure);
    }
  }

  /**
   * Runs a program of the distribution in {@code project}.
   *
   * @param program the first word, such as {@code bin/engine}
   * @return a process whose errors are among its output
   */
  static Process ran(
      Path distribution, Path project, Map<String, String> environment, List<String> program) {
    List<String> command = new ArrayList<>(program);
    command.set(0, distribution.resolve(program.getFirst()).toString());
    ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
    // Whoever breaks things may do so from inside a session, whose engine must not hear of it.
    builder.environment().keySet().removeIf(name -> name.matches("(CLAUDE|ENGINE|TMUX).*"));
    builder.environment().put("CLAUDE_CONFIG_DIR", project.resolve("no-settings").toString());
    builder.environment().putAll(environment);
    try {
      return builder.redirectErrorStream(true).start();
    } catch (IOException failure) {
      throw trouble(failure);
    }
  }

  private static Process started(
      Path distribution, Path project, Map<String, String> environment, String... words) {
    List<String> program = new ArrayList<>(List.of(words));
    program.addFirst("bin/engine");
    program.addAll(List.of("--project", project.toString()));
    return ran(distribution, project, environment, program);
  }

  /** Whether it says that it is ready. */
  boolean isReady() {
    return answer("GET", "/readyz", BodyPublishers.noBody()) == 200;
  }

  /** Has it store something; the status of its answer, 201 if it did. */
  int store() {
    return answer("POST", "/api/v1/pings", BodyPublishers.ofString("{\"message\":\"Go?\"}"));
  }

  /** Whether its log has a line with {@code words}. */
  boolean hasLogged(String words) {
    try {
      return Files.readString(home.log()).contains(words);
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Asks it to end, and gives its exit code. */
  int end() {
    process.destroy();
    try {
      if (!process.waitFor(HANG_SECONDS, TimeUnit.SECONDS)) {
        throw new StorageUnavailable("the scratch engine does not end");
      }
      return process.exitValue();
    } catch (InterruptedException asked) {
      throw interrupted(asked);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    client.close();
  }

  private int answer(String method, String path, BodyPublisher body) {
    try {
      String address = Files.readString(home.endpoint()).strip().replace(' ', ':');
      String token = Files.readString(home.token()).strip();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://" + address + path))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .method(method, body)
              .build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException failure) {
      throw trouble(failure);
    } catch (InterruptedException asked) {
      throw interrupted(asked);
    }
  }

  private static StorageUnavailable trouble(IOException failure) {
    return new StorageUnavailable(
        "the scratch engine cannot be used: " + failure.getMessage(), failure);
  }

  private static StorageUnavailable interrupted(InterruptedException asked) {
    Thread.currentThread().interrupt();
    return new StorageUnavailable("interrupted", asked);
  }
}
