package dev.engine.http.resource;

import dev.engine.domain.Listed;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.Worker.State;
import dev.engine.domain.worker.WorkerFilter;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerStatus;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.http.json.Description;
import dev.engine.http.json.Length;
import dev.engine.services.WorkerLedger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/workers}: tasks and the background processes that do them. */
final class WorkerRoutes implements Routes {

  private static final String ALL = "/api/v1/workers";
  private static final String ONE = ALL + "/{id}";

  private static final Parameter<WorkerId> ID =
      Parameter.path("id", WorkerId.class, "the id of the worker");
  private static final Parameter<WorkerStatus> STATUS =
      Parameter.query("status", WorkerStatus.class, "only those of this status");
  private static final Parameter<ConversationId> CONVERSATION =
      Parameter.query(
          "conversation", ConversationId.class, "only those that this conversation owns");
  private static final Parameter<SessionId> SESSION =
      Parameter.query("session", SessionId.class, "only those that this session spawned");

  private final WorkerLedger workers;
  private final Path outputs;

  WorkerRoutes(WorkerLedger workers, Path outputs) {
    this.workers = workers;
    this.outputs = outputs;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "listWorkers", "The workers, the one spawned last at the front.")
            .with(STATUS, CONVERSATION, SESSION)
            .kept()
            .lists(WorkerJson.class, this::list),
        Operation.post(ALL, "spawnWorker", "Hands over a task; it waits for its turn.")
            .takes(SpawnWorkerRequest.class)
            .creates(WorkerJson.class, worker -> ALL + "/" + worker.id(), this::spawn),
        Operation.get(ONE, "showWorker", "One worker.")
            .with(ID)
            .kept()
            .answers(WorkerJson.class, this::show));
  }

  private Listed<WorkerJson> list(Call call) {
    WorkerFilter filter =
        new WorkerFilter(call.find(STATUS), call.find(CONVERSATION), call.find(SESSION));
    return workers.list(filter, call.page()).map(WorkerJson::of);
  }

  private WorkerJson spawn(Call call, SpawnWorkerRequest request) {
    return WorkerJson.of(workers.spawn(WorkOrder.of(request.task()), outputs));
  }

  private WorkerJson show(Call call) {
    return WorkerJson.of(workers.show(call.get(ID)));
  }

  record SpawnWorkerRequest(
      @Description("what kind of work it is, such as research or build") Primitive primitive,
      @Length(max = 100_000) String instructions,
      @Description("who hands it over") @Nullable SessionId sessionId,
      @Description("who is told of the outcome; that of the session if it is left out")
          @Nullable ConversationId conversationId) {

    private Task task() {
      return new Task(primitive, instructions, sessionId, conversationId);
    }
  }

  /** A worker on the wire; what is not known, or does not apply to its status, is absent. */
  record WorkerJson(
      WorkerId id,
      Primitive primitive,
      WorkerStatus status,
      String instructions,
      @Description("the owner, which is told of the outcome")
          @Nullable ConversationId conversationId,
      @Description("the parent, which handed it over") @Nullable SessionId sessionId,
      @Description("absolute") String workspacePath,
      Instant createdAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt) {

    static WorkerJson of(Worker worker) {
      return switch (worker.state()) {
        case State.Pending pending -> of(worker, null, null);
        case State.Asking asking -> of(worker, null, null);
        case State.Running running -> of(worker, running.startedAt(), null);
        case State.Complete complete -> of(worker, complete.startedAt(), complete.at());
        case State.Failed failed -> of(worker, failed.startedAt(), failed.at());
      };
    }

    private static WorkerJson of(
        Worker worker, @Nullable Instant startedAt, @Nullable Instant finishedAt) {
      Task task = worker.task();
      return new WorkerJson(
          worker.id(),
          task.primitive(),
          worker.status(),
          task.instructions(),
          task.owner(),
          task.parent(),
          worker.workspacePath().toString(),
          worker.createdAt(),
          startedAt,
          finishedAt);
    }
  }
}
