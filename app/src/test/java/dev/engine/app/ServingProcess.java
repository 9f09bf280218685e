package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A shipped {@code engine serve} that runs in a process of its own until it is closed. */
final class ServingProcess implements AutoCloseable {

  /** Far more than any step takes; only a hang meets it. */
  private static final long HANG_SECONDS = 60;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final String firstLine;

  private ServingProcess(Process process, String firstLine) {
    this.process = process;
    this.firstLine = firstLine;
  }

  /** Starts an engine in {@code project} and waits until it says that it serves. */
  static ServingProcess start(Path project, Map<String, String> environment, String... args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Shipped.DISTRIBUTION.resolve("bin/engine").toString());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(CLAUDE|ENGINE|TMUX).*"));
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String line = process.inputReader().readLine();
    assertThat(line).as("what %s says first", command).startsWith("Engine serves ");
    return new ServingProcess(process, line);
  }

  static ServingProcess start(Path project) throws IOException {
    return start(project, Map.of(), "serve");
  }

  long pid() {
    return process.pid();
  }

  /** What it said when it was ready. */
  String firstLine() {
    return firstLine;
  }

  /** The line after that. */
  String nextLine() throws IOException {
    return process.inputReader().readLine();
  }

  /** Asks it to end, by SIGTERM, and gives its exit code. */
  int end() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  /** Kills it. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    exitCode();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private int exitCode() throws InterruptedException {
    assertThat(process.waitFor(HANG_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    return process.exitValue();
  }

  /** The address of the engine of {@code project}, as its endpoint file says. */
  static URI address(Path project) throws IOException {
    String line = Files.readString(project.resolve(".engine/run/endpoint")).strip();
    return URI.create("http://" + line.replace(' ', ':') + "/");
  }

  /** Gets {@code path} of the engine of {@code project}, with these headers and their values. */
  static HttpResponse<String> get(Path project, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(project).resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Posts {@code body} to {@code path} of the engine of {@code project}. */
  static HttpResponse<String> post(Path project, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address(project).resolve(path))
            .headers(headers)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** The value of {@code Authorization} that the engine of {@code project} takes. */
  static String bearer(Path project) throws IOException {
    return "Bearer " + Files.readString(project.resolve(".engine/run/token")).strip();
  }
}
