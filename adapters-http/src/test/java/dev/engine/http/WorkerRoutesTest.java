package dev.engine.http;

import static dev.engine.domain.worker.WorkerExamples.CHIEF;
import static dev.engine.domain.worker.WorkerExamples.OUTPUTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.Usage;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.http.Client.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkerRoutesTest {

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void aWorkerThatIsSpawnedWaitsForItsTurn() {
    Answer spawned =
        api.post(
            "/workers",
            """
            {"primitive":"research","instructions":"Compare three queues.",\
            "conversationId":"chief-2026-01-05"}\
            """);

    String id = Api.location(spawned).substring("/workers/".length());
    assertThat(spawned.status()).isEqualTo(201);
    assertThat(spawned.body())
        .isEqualTo(
            """
            {"id":"%s","primitive":"research","status":"pending",\
            "instructions":"Compare three queues.","conversationId":"chief-2026-01-05",\
            "workspacePath":"%s","priority":0,"dependsOn":[],"maxAttempts":1,"generation":1,\
            "failedAttempts":0,"createdAt":"2026-01-05T12:00:00Z"}\
            """
                .formatted(id, OUTPUTS.resolve(id)));
    assertThat(api.get("/workers/" + id).body()).isEqualTo(spawned.body());
  }

  @Test
  void aWorkerOfASessionIsOfItsConversation() {
    Session parent = SessionExamples.stored(house.storage.sessions(), "a");

    Answer spawned =
        api.post(
            "/workers",
            "{\"primitive\":\"build\",\"instructions\":\"Build it.\",\"sessionId\":\"%s\"}"
                .formatted(parent.id()));

    assertThat(spawned.body())
        .contains(
            "\"conversationId\":\"%s\",\"sessionId\":\"%s\""
                .formatted(parent.conversation(), parent.id()));
  }

  @Test
  void aWorkerThatCameToAnEndSaysWhen() {
    Worker worker = spawned("Compare three queues.");
    house.pass(Duration.ofSeconds(1));
    WorkerExamples.claimed(house.storage, house.now.get());
    house.pass(Duration.ofSeconds(1));
    WorkerExamples.completed(house.storage, worker.id(), house.now.get());

    Answer shown = api.get("/workers/" + worker.id());

    assertThat(shown.body())
        .contains(
            "\"status\":\"complete\"",
            """
            "createdAt":"2026-01-05T12:00:01Z","startedAt":"2026-01-05T12:00:02Z",\
            "finishedAt":"2026-01-05T12:00:03Z","summary":"","latestAttempt":{"number":1,\
            """);
  }

  @Test
  void anOrderSaysWhenAndHowOftenItIsTried() {
    Worker before = spawned("Compare three queues.");

    Answer spawned =
        api.post(
            "/workers",
            """
            {"primitive":"write","instructions":"Write it down.","priority":5,"dedupeKey":"k",\
            "dependsOn":["%1$s","%1$s"],"runAfter":"2026-01-05T13:00:00Z","maxAttempts":3,\
            "timeoutSeconds":90}\
            """
                .formatted(before.id()));

    assertThat(spawned.status()).isEqualTo(201);
    assertThat(spawned.body())
        .contains(
            """
            "priority":5,"dedupeKey":"k","dependsOn":["%s"],\
            "runAfter":"2026-01-05T13:00:00Z","maxAttempts":3,"timeoutSeconds":90,\
            """
                .formatted(before.id()),
            "\"notBefore\":\"2026-01-05T13:00:00Z\"");
  }

  @Test
  void anOrderWithTheKeyOfOneThatIsNotDoneIsThatOne() {
    String order = "{\"primitive\":\"write\",\"instructions\":\"%s\",\"dedupeKey\":\"k\"}";
    Answer first = api.post("/workers", order.formatted("First."));

    Answer second = api.post("/workers", order.formatted("Second."));

    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.body()).isEqualTo(first.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"priority\":101",
        "\"dedupeKey\":\"\"",
        "\"dependsOn\":[\"mine\"]",
        "\"runAfter\":\"tomorrow\"",
        "\"maxAttempts\":21",
        "\"timeoutSeconds\":0",
        "\"timeoutSeconds\":2592001"
      })
  void anOrderOutsideOfItsLimitsIsRefused(String part) {
    Answer refused =
        api.post("/workers", "{\"primitive\":\"write\",\"instructions\":\"a\",%s}".formatted(part));

    assertThat(refused.status()).isEqualTo(400);
  }

  @Test
  void aWorkerToDependOnMustBeThere() {
    Answer refused =
        api.post(
            "/workers",
            "{\"primitive\":\"write\",\"instructions\":\"a\",\"dependsOn\":[\"0000beef\"]}");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.body()).contains("no worker to depend on 0000beef");
  }

  @Test
  void aWorkerThatIsCancelledBeforeItsTurnHasFailedAndCanBeRunAgain() {
    String path = "/workers/" + spawned("Compare three queues.").id();

    Answer cancelled = api.post(path + "/cancel");
    Answer again = api.post(path + "/cancel");
    Answer retried = api.post(path + "/retry");
    Answer tooEarly = api.post(path + "/retry");

    assertThat(cancelled.body())
        .contains("\"status\":\"failed\"", "\"cancelledAt\":\"2026-01-05T12:00:01Z\"")
        .doesNotContain("\"reason\"");
    assertThat(again.status()).isEqualTo(409);
    assertThat(retried.body()).contains("\"status\":\"pending\"", "\"generation\":2");
    assertThat(tooEarly.status()).isEqualTo(409);
  }

  @Test
  void aWorkerAtWorkSaysWhatItDoesAndIsEndedByWhoRunsIt() {
    String path = "/workers/" + spawned("Compare three queues.").id();
    assertThat(api.post(path + "/report", "{\"text\":\"a\"}").status()).isEqualTo(409);
    WorkerExamples.claimed(house.storage, house.now.get());

    Answer reported = api.post(path + "/report", "{\"text\":\"reading the second one\"}");
    Answer cancelled = api.post(path + "/cancel");

    assertThat(reported.body()).contains("\"statusText\":\"reading the second one\"");
    assertThat(cancelled.body())
        .contains("\"status\":\"running\"", "\"cancelRequestedAt\":\"2026-01-05T12:00:01Z\"");
  }

  @Test
  void aWorkerAtWorkAsksThePerson() {
    Worker worker = spawned("Compare three queues.");
    WorkerExamples.claimed(house.storage, house.now.get());
    String path = "/workers/" + worker.id();

    Answer asked = api.post(path + "/ask", "{\"question\":\"Which three?\"}");
    Answer again = api.post(path + "/ask", "{\"question\":\"Really?\"}");

    assertThat(asked.status()).isEqualTo(201);
    assertThat(asked.body())
        .contains(
            "\"urgency\":\"high\"",
            "\"message\":\"research worker %s asks: Which three?\"".formatted(worker.id()));
    assertThat(api.get(Api.location(asked)).body()).isEqualTo(asked.body());
    assertThat(again.status()).isEqualTo(409);
  }

  @Test
  void everyAttemptIsListedTheLatestFirst() {
    Worker worker =
        WorkerExamples.spawned(
            house.storage, WorkerExamples.order("Compare.").triedAtMost(2), house.now.get());
    WorkerExamples.claimed(house.storage, "first", house.now.get());
    WorkerExamples.finished(
        house.storage,
        worker.id(),
        new AttemptEnd.Failed("exit code 1", 1, new Usage(new BigDecimal("0.25"), 1_200L)),
        house.now.get());
    WorkerExamples.claimed(house.storage, "second", house.now.get().plusSeconds(60));

    Answer listed = api.get("/workers/" + worker.id() + "/attempts");

    assertThat(listed.body())
        .isEqualTo(
            """
            {"items":[\
            {"number":2,"claudeSessionId":"second","startedAt":"2026-01-05T12:01:00Z"},\
            {"number":1,"claudeSessionId":"first","startedAt":"2026-01-05T12:00:00Z",\
            "finishedAt":"2026-01-05T12:00:00Z","outcome":"failed","exitCode":1,\
            "error":"exit code 1","costUsd":0.25,"tokens":1200}]}\
            """);
  }

  @Test
  void aWorkerThatWasTriedShowsItsLatestTry() {
    Worker untried = WorkerExamples.spawned(house.storage, "Sum up.", House.NOON);
    Worker tried = WorkerExamples.failing(house.storage, "Compare.", House.NOON);

    Answer listed = api.get("/workers");
    Answer shown = api.get("/workers/" + tried.id());

    String latest =
        """
        "latestAttempt":{"number":1,"claudeSessionId":"claude-%d",\
        "startedAt":"2026-01-05T12:00:00Z","finishedAt":"2026-01-05T12:00:00Z",\
        "outcome":"failed","exitCode":1,"error":"exit code 1"}}\
        """
            .formatted(House.NOON.toEpochMilli());
    assertThat(listed.body()).contains(latest);
    assertThat(shown.body()).endsWith(latest);
    assertThat(api.get("/workers/" + untried.id()).body()).doesNotContain("latestAttempt");
  }

  @Test
  void workersAreListedTheNewestFirstInPages() {
    String first = spawned("First.").id().value();
    String second = spawned("Second.").id().value();
    String third = spawned("Third.").id().value();

    assertThat(api.itemsOneByOne("/workers", "id"))
        .isEqualTo(api.items("/workers", "id"))
        .containsExactly(third, second, first);
  }

  @Test
  void listsAreOfAStatusAnOwnerOrAParent() {
    Session parent = SessionExamples.stored(house.storage.sessions(), "a");
    Worker ofChief = spawned("First.");
    Worker ofSession =
        house
            .engine
            .workers()
            .spawn(
                WorkOrder.of(new Task(Primitive.BUILD, "Build it.", parent.id(), null)), OUTPUTS);
    house.engine.workers().cancel(ofChief.id());

    assertThat(api.items("/workers?status=failed", "id")).containsExactly(ofChief.id().value());
    assertThat(api.items("/workers?conversation=" + CHIEF, "id"))
        .containsExactly(ofChief.id().value());
    assertThat(api.items("/workers?session=" + parent.id(), "id"))
        .containsExactly(ofSession.id().value());
    assertThat(api.items("/workers?status=running", "id")).isEmpty();
  }

  @Test
  void instructionsAreAsLongAsTheDocumentSays() {
    String task = "{\"primitive\":\"write\",\"instructions\":\"%s\"}";

    assertThat(api.post("/workers", task.formatted("a".repeat(100_000))).status()).isEqualTo(201);
    assertThat(api.post("/workers", task.formatted("a".repeat(100_001))).status()).isEqualTo(400);
    assertThat(api.post("/workers", task.formatted(" ")).status()).isEqualTo(400);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    Answer shown = api.get("/workers/0000beef");
    Answer spawned =
        api.post(
            "/workers",
            "{\"primitive\":\"write\",\"instructions\":\"Write.\",\"sessionId\":\"0000beef\"}");

    assertThat(shown.status()).isEqualTo(404);
    assertThat(shown.body()).contains("ENG-1002", "no worker 0000beef");
    assertThat(spawned.status()).isEqualTo(404);
    assertThat(spawned.body()).contains("ENG-1002", "no session 0000beef");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"instructions\":\"Write.\"}",
        "{\"primitive\":\"Write It\",\"instructions\":\"Write.\"}",
        "{\"primitive\":\"write\"}",
        "{\"primitive\":\"write\",\"instructions\":\"Write.\",\"status\":\"complete\"}"
      })
  void aTaskOfAnotherShapeIsRefused(String json) {
    assertThat(api.post("/workers", json).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/workers/x", "/workers?status=lazy", "/workers?session=x"})
  void whatNoWorkerHasIsRefused(String path) {
    assertThat(api.get(path).status()).isEqualTo(400);
  }

  private Worker spawned(String instructions) {
    house.pass(Duration.ofSeconds(1));
    return house.engine.workers().spawn(WorkerExamples.order(instructions), OUTPUTS);
  }
}
