package dev.engine.http.resource;

import dev.engine.domain.Listed;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerFilter;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerStatus;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.WorkerLedger;
import dev.engine.wire.AttemptJson;
import dev.engine.wire.Description;
import dev.engine.wire.Length;
import dev.engine.wire.PingJson;
import dev.engine.wire.WorkerJson;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/workers}: tasks and the background processes that do them. */
final class WorkerRoutes implements Routes {

  static final String ALL = "/api/v1/workers";
  static final String ONE = ALL + "/{id}";

  static final Parameter<WorkerId> ID =
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
        Operation.post(
                ALL,
                "spawnWorker",
                "Hands over a task; it waits for its turn. While a worker with its dedupeKey is"
                    + " pending or running, that one is answered and none is made.")
            .takes(SpawnWorkerRequest.class)
            .creates(WorkerJson.class, worker -> ALL + "/" + worker.id(), this::spawn),
        Operation.get(ONE, "showWorker", "One worker.")
            .with(ID)
            .kept()
            .answers(WorkerJson.class, this::show),
        Operation.get(
                ONE + "/attempts", "listWorkerAttempts", "Every try at its work, the latest first.")
            .with(ID)
            .kept()
            .listsFront(AttemptJson.class, this::attempts),
        Operation.post(
                ONE + "/cancel",
                "cancelWorker",
                "Has a worker not done; one that is running is ended soon after.")
            .with(ID)
            .answers(WorkerJson.class, this::cancel),
        Operation.post(
                ONE + "/retry",
                "retryWorker",
                "Has a worker that finished run again, from the beginning; its owner is told of"
                    + " the new outcome too.")
            .with(ID)
            .answers(WorkerJson.class, this::retry),
        Operation.post(ONE + "/report", "reportWorker", "Says what a running worker does.")
            .with(ID)
            .takes(ReportWorkerRequest.class)
            .answers(WorkerJson.class, this::report),
        Operation.post(
                ONE + "/ask",
                "askForWorker",
                "Asks the person on behalf of a running worker, which should end then: with the"
                    + " answer it goes on.")
            .with(ID)
            .takes(AskForWorkerRequest.class)
            .creates(PingJson.class, PingRoutes::location, this::ask));
  }

  private Listed<WorkerJson> list(Call call) {
    WorkerFilter filter =
        new WorkerFilter(call.find(STATUS), call.find(CONVERSATION), call.find(SESSION));
    Listed<Worker> page = workers.list(filter, call.page());
    Map<WorkerId, Attempt> latest = workers.latestAttempts(page.items());
    return page.map(worker -> WorkerJson.of(worker, latest.get(worker.id())));
  }

  private WorkerJson spawn(Call call, SpawnWorkerRequest request) {
    return WorkerJson.of(workers.spawn(request.order(), outputs));
  }

  private WorkerJson show(Call call) {
    Worker worker = workers.show(call.get(ID));
    return WorkerJson.of(worker, workers.latestAttempts(List.of(worker)).get(worker.id()));
  }

  private List<AttemptJson> attempts(Call call) {
    return workers.attempts(call.get(ID), call.limit()).stream().map(AttemptJson::of).toList();
  }

  private WorkerJson cancel(Call call) {
    return WorkerJson.of(workers.cancel(call.get(ID)));
  }

  private WorkerJson retry(Call call) {
    return WorkerJson.of(workers.retry(call.get(ID)));
  }

  private WorkerJson report(Call call, ReportWorkerRequest request) {
    return WorkerJson.of(workers.report(call.get(ID), new StatusText(request.text())));
  }

  private PingJson ask(Call call, AskForWorkerRequest request) {
    return PingJson.of(workers.ask(call.get(ID), request.question()));
  }

  record SpawnWorkerRequest(
      @Description("what kind of work it is, such as research or build") Primitive primitive,
      @Length(max = 100_000) String instructions,
      @Description("who hands it over") @Nullable SessionId sessionId,
      @Description("who is told of the outcome; that of the session if it is left out")
          @Nullable ConversationId conversationId,
      @Description("-100 to 100, 0 if it is left out; the higher has its turn first")
          @Nullable Integer priority,
      @Description("while a worker with it is pending or running, no other is made")
          @Length(max = 200)
          @Nullable String dedupeKey,
      @Description("workers that must be complete first, at most 50")
          @Nullable List<WorkerId> dependsOn,
      @Description("when it may begin; at once if it is left out") @Nullable Instant runAfter,
      @Description("how often it is tried before it has failed, 1 to 20; 1 if it is left out")
          @Nullable Integer maxAttempts,
      @Description(
              "how long an attempt may take, 1 to 2,592,000; as the engine's settings say if it is"
                  + " left out")
          @Nullable Integer timeoutSeconds) {

    private WorkOrder order() {
      return new WorkOrder(
          new Task(primitive, instructions, sessionId, conversationId),
          priority == null ? 0 : priority,
          dedupeKey,
          dependsOn == null ? Set.of() : Set.copyOf(dependsOn),
          runAfter,
          maxAttempts == null ? 1 : maxAttempts,
          timeoutSeconds == null ? null : Duration.ofSeconds(timeoutSeconds));
    }
  }

  record ReportWorkerRequest(@Description("one line") @Length(max = 500) String text) {}

  record AskForWorkerRequest(@Length(max = AttemptEnd.Asked.MAX_QUESTION) String question) {}
}
