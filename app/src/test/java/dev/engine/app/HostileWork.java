package dev.engine.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Workers that say hostile texts while they run and when they end. What they are told they print,
 * and then wait to be told how to end.
 */
final class HostileWork {

  /** Marks what a worker prints, and what it prints as an error, as other than what it was told. */
  private static final String OUT = "//out";

  private static final String ERR = "//err";

  private static final String SCRIPT =
      """
      text=$(cat "$1")
      printf '%%s%s\\n' "$text"
      printf '%%s%s\\n' "$text" >&2
      [ -p go ] || mkfifo go
      read -r code < go
      exit "$code"
      """
          .formatted(OUT, ERR);

  /** The buttons that show a log in another way. */
  private static final List<String> LOGS = List.of("stderr", "from the start", "raw");

  private static final JsonMapper JSON = new JsonMapper();

  private final SeededFleet fleet;
  private final HostileSaid said;
  private final List<Work> workers = new ArrayList<>();
  private final List<Work> runs = new ArrayList<>();

  HostileWork(SeededFleet fleet, HostileSaid said) {
    this.fleet = fleet;
    this.said = said;
  }

  /**
   * A worker.
   *
   * @param place where the dashboard shows what comes of it
   * @param told what it was told, and prints
   */
  private record Work(String id, String place, Path workspace, String told) {}

  /** How workers run, for the engine's settings; makes the program that they are. */
  static String settings(Path folder) throws IOException {
    Path program = Files.writeString(folder.resolve("worker.sh"), SCRIPT);
    return """
    [workers]
    max_parallel = 200
    [workers.profiles.default]
    command = ["/bin/bash", "%s", "{instructions_file}"]
    """
        .formatted(program);
  }

  /** Has a worker begin that was told a text, and the mission of this number. */
  void begin(String text, int number) {
    String instructions = said.by("SpawnWorkerRequest.instructions", text);
    String key = said.by("SpawnWorkerRequest.dedupeKey", text);
    JsonNode worker =
        fleet.post(
            "workers",
            Map.of(
                "primitive",
                "build",
                "instructions",
                instructions,
                "dedupeKey",
                key,
                "conversationId",
                HostileFleet.CHIEF));
    workers.add(work(worker, "workers/" + worker.path("id").asString()));
    JsonNode slot =
        fleet.post("scheduled-missions/hostile-" + number + "/run", SeededFleet.NOTHING);
    JsonNode run = fleet.get("workers/" + slot.path("workerId").asString());
    runs.add(work(run, "missions/hostile-" + number));
  }

  private static Work work(JsonNode worker, String place) {
    return new Work(
        worker.path("id").asString(),
        place,
        Path.of(worker.path("workspacePath").asString()),
        worker.path("instructions").asString());
  }

  /** Has every worker that was begun say what it does, and ask. */
  void say(List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      Work work = workers.get(i);
      awaitReady(work);
      String status = said.by("ReportWorkerRequest.text", texts.get(i));
      report(work.id(), status, i);
      String question = said.by("AskForWorkerRequest.question", texts.get(i));
      fleet.post("workers/" + work.id() + "/ask", Map.of("question", question));
      said.seenAt(work.place(), work.told(), status, work.told() + OUT);
      said.clickedAt(work.place(), LOGS.get(i % LOGS.size()), work.told());
      said.seenAt("workers", status);
      said.seenAt("attention", question);
    }
  }

  /** By the API, or as the worker itself does it, by its tool. */
  private void report(String id, String text, int number) {
    if (number % 2 == 0) {
      fleet.post("workers/" + id + "/report", Map.of("text", text));
      return;
    }
    try (McpPost tools = new McpPost(fleet.project(), Map.of("ENGINE_WORKER_ID", id))) {
      tools.call("worker_report", JSON.writeValueAsString(Map.of("status", text)));
    }
  }

  /** Answers what they have asked, and has them fail with the answer. */
  void answerAndFail(List<String> texts) {
    workers.forEach(work -> end(work, 0));
    for (int i = 0; i < texts.size(); i++) {
      Work work = workers.get(i);
      await(work, worker -> worker.has("questionId"));
      String ping = now(work).path("questionId").asString();
      String answer = said.by("AnswerAttentionRequest.text", texts.get(i));
      fleet.post("attention/" + ping + "/answer", Map.of("text", answer));
      said.seenAt(work.place(), "it ended with exit code 3: " + answer + ERR, answer + OUT);
    }
    workers.forEach(work -> end(work, 3));
    workers.forEach(work -> await(work, worker -> is(worker, "failed")));
    workers.forEach(work -> said.seenAt("attention", "the build worker failed: " + work.told()));
  }

  /** Has all of them do what they were told. */
  void complete() {
    workers.forEach(work -> fleet.post("workers/" + work.id() + "/retry", SeededFleet.NOTHING));
    List<Work> all = new ArrayList<>(workers);
    all.addAll(runs);
    all.forEach(work -> end(work, 0));
    for (Work work : all) {
      await(work, worker -> is(worker, "complete"));
      said.seenAt(work.place(), work.told() + OUT);
    }
  }

  /** Has a worker print a long text, of which these parts are to be read in its log. */
  void print(String text, List<String> parts) {
    JsonNode worker = fleet.post("workers", Map.of("primitive", "build", "instructions", text));
    Work work = work(worker, "workers/" + worker.path("id").asString());
    said.seenAt(work.place(), text);
    said.seenAt(work.place(), parts.toArray(String[]::new));
    end(work, 0);
  }

  private void end(Work work, int exitCode) {
    awaitReady(work);
    try {
      Files.writeString(work.workspace().resolve("go"), exitCode + "\n");
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Waits until its program waits for a word. */
  private void awaitReady(Work work) {
    await(work, worker -> is(worker, "running"));
    WorkerScene.await(() -> isPipe(work.workspace().resolve("go")), work::toString);
  }

  private static boolean isPipe(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).isOther();
    } catch (IOException notYet) {
      return false;
    }
  }

  private void await(Work work, Predicate<JsonNode> fact) {
    WorkerScene.await(() -> fact.test(now(work)), () -> now(work).toString());
  }

  private JsonNode now(Work work) {
    return fleet.get("workers/" + work.id());
  }

  private static boolean is(JsonNode worker, String status) {
    return worker.path("status").asString().equals(status);
  }
}
