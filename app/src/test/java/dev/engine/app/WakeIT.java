package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that has stopped, the hook that waits beside it, and a running engine. */
final class WakeIT {

  private static final Pattern CONVERSATION =
      Pattern.compile("\"conversationId\"\\s*:\\s*\"([^\"]+)\"");

  /** Half of the time after which the engine looks again, news or not. */
  private static final Duration LOOKS_AGAIN = Duration.ofSeconds(5);

  /** Only a hang meets it. */
  private static final long HANG_SECONDS = 60;

  @TempDir private Path folder;
  private Path project;
  private ServingProcess engine;
  private String conversation;
  private final List<Process> hooks = new ArrayList<>();

  @BeforeEach
  void stopASession() throws IOException {
    project = Shipped.project(folder);
    engine = ServingProcess.start(project);
    fire("SessionStart");
    fire("UserPromptSubmit");
    fire("Stop");
    Matcher found = CONVERSATION.matcher(run("session", "list", "--json"));
    assertThat(found.find()).isTrue();
    conversation = found.group(1);
  }

  @AfterEach
  void endAll() {
    engine.close();
    hooks.forEach(Process::destroyForcibly);
  }

  @Test
  void aNoticeWakesItAtOnce() throws Exception {
    Waiting waiting = new Waiting();
    waiting.awaitSeated();

    run("notify", conversation, "the tests pass");
    long queued = System.nanoTime();
    int exitCode = waiting.exitCode();
    Duration taken = Duration.ofNanos(System.nanoTime() - queued);

    assertThat(exitCode).isEqualTo(2);
    assertThat(waiting.stdout()).isEmpty();
    assertThat(waiting.stderr())
        .startsWith("=== ENGINE NOTICES: 1 shown, 0 more waiting ===\n")
        .contains("title: \"the tests pass\"")
        .endsWith("=== END OF ENGINE NOTICES ===\n");
    assertThat(taken).as("not by looking again every ten seconds").isLessThan(LOOKS_AGAIN);
    assertThat(run("notification", "list", "--json")).contains("\"offered\"");
    fire("UserPromptSubmit");
    assertThat(run("notification", "list", "--json")).contains("\"confirmed\"");
  }

  @Test
  void anEngineThatIsKilledAndStartedAgainWakesIt() throws Exception {
    Waiting waiting = new Waiting();
    waiting.awaitSeated();

    engine.kill();
    engine = ServingProcess.start(project);
    waiting.awaitSeated();
    run("notify", conversation, "the tests pass");

    assertThat(waiting.exitCode()).isEqualTo(2);
    assertThat(waiting.stderr()).contains("the tests pass");
    assertThat(waiting.stdout()).isEmpty();
  }

  @Test
  void anEngineThatEndsIsHeldUpByNobodyWhoWaits() throws Exception {
    Waiting waiting = new Waiting();
    waiting.awaitSeated();

    assertThat(engine.end()).isZero();

    assertThat(waiting.process.isAlive()).isTrue();
  }

  @Test
  void withoutAnEngineOfTwoHooksTheLaterOneWaitsForOne() throws Exception {
    engine.end();
    Waiting first = new Waiting();
    first.awaitMark();

    Waiting second = new Waiting();
    int firstExit = first.exitCode();
    engine = ServingProcess.start(project);
    second.awaitSeated();
    run("notify", conversation, "the tests pass");

    assertThat(firstExit).isZero();
    assertThat(first.stdout() + first.stderr()).isEmpty();
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.mark()).doesNotExist();
  }

  @Test
  void whereNoEngineEverRanNoHookWaits() throws Exception {
    engine.end();
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));

    Waiting waiting = new Waiting(elsewhere, Map.of());

    assertThat(waiting.exitCode()).isZero();
    assertThat(waiting.stdout() + waiting.stderr()).isEmpty();
  }

  @Test
  void ofTwoHooksTheLaterOneWakes() throws Exception {
    Waiting first = new Waiting();
    first.awaitSeated();

    Waiting second = new Waiting();
    int firstExit = first.exitCode();
    run("notify", conversation, "the tests pass");

    assertThat(firstExit).isZero();
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(first.stderr()).isEmpty();
  }

  @Test
  void ofAPrintingClientNoHookWaits() throws Exception {
    Waiting waiting = new Waiting(Map.of("CLAUDE_CODE_ENTRYPOINT", "sdk-cli"));

    assertThat(waiting.exitCode()).isZero();
  }

  @Test
  void whileItIsQuietNobodyIsWoken() throws Exception {
    run("dnd", "on");
    run("notify", conversation, "the tests pass");
    Waiting waiting = new Waiting();
    waiting.awaitSeated();

    String during = run("notification", "list", "--json");
    boolean isWaiting = waiting.process.isAlive();
    run("dnd", "off");

    assertThat(waiting.exitCode()).isEqualTo(2);
    assertThat(isWaiting).isTrue();
    assertThat(during).contains("\"queued\"");
    assertThat(waiting.stderr()).contains("1 shown");
  }

  private void fire(String event) {
    String payload =
        "{\"session_id\":\"a\",\"hook_event_name\":\"%s\",\"source\":\"startup\"}".formatted(event);
    assertThat(Shipped.hook(project, payload, event).exitCode()).isZero();
  }

  private String run(String... command) {
    Shipped.Result result = Shipped.engine(project, command);
    assertThat(result.exitCode()).as(result.toString()).isZero();
    return result.out();
  }

  private String metrics() throws IOException, InterruptedException {
    return ServingProcess.get(project, "metrics", "Authorization", ServingProcess.bearer(project))
        .body();
  }

  /** A hook that waits, in a process of its own. */
  private final class Waiting {

    private final Path out = folder.resolve("out-" + System.nanoTime());
    private final Path err = folder.resolve("err-" + System.nanoTime());
    private final Process process;

    Waiting() throws IOException {
      this(Map.of());
    }

    Waiting(Map<String, String> environment) throws IOException {
      this(project, environment);
    }

    Waiting(Path project, Map<String, String> environment) throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(
              Shipped.DISTRIBUTION.resolve("bin/engine-hook").toString(),
              "--home",
              project.resolve(".engine").toString(),
              "--wait",
              "Stop");
      builder.environment().keySet().removeIf(name -> name.matches("(CLAUDE|ENGINE|TMUX).*"));
      builder.environment().putAll(environment);
      process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      hooks.add(process);
      try (var stdin = process.getOutputStream()) {
        stdin.write("{\"session_id\":\"a\"}".getBytes(StandardCharsets.UTF_8));
      }
    }

    /** By which the hooks of this client know which of them came last. */
    Path mark() {
      return project.resolve(".engine/run/wait-" + ProcessHandle.current().pid());
    }

    /** Until it has begun to wait, engine or not. */
    void awaitMark() {
      while (!Files.exists(mark()) && process.isAlive()) {
        new ThreadPauses().pause(Duration.ofMillis(20));
      }
      assertThat(process.isAlive()).isTrue();
    }

    /** Until the engine holds a hook. */
    void awaitSeated() throws IOException, InterruptedException {
      while (!metrics().contains("engine_waiting_hooks 1.0") && process.isAlive()) {
        new ThreadPauses().pause(Duration.ofMillis(20));
      }
      assertThat(process.isAlive()).isTrue();
    }

    int exitCode() throws InterruptedException {
      assertThat(process.waitFor(HANG_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
      return process.exitValue();
    }

    String stdout() throws IOException {
      return Files.readString(out);
    }

    String stderr() throws IOException {
      return Files.readString(err);
    }
  }
}
