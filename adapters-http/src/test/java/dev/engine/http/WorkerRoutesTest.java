package dev.engine.http;

import static dev.engine.domain.worker.WorkerExamples.CHIEF;
import static dev.engine.domain.worker.WorkerExamples.OUTPUTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.http.Client.Answer;
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
            "workspacePath":"%s","createdAt":"2026-01-05T12:00:00Z"}\
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
        .contains("\"status\":\"complete\"")
        .endsWith(
            """
            "createdAt":"2026-01-05T12:00:01Z","startedAt":"2026-01-05T12:00:02Z",\
            "finishedAt":"2026-01-05T12:00:03Z"}\
            """);
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
