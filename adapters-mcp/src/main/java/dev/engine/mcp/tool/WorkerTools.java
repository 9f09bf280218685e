package dev.engine.mcp.tool;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerFilter;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerStatus;
import dev.engine.mcp.input.Description;
import dev.engine.mcp.input.Length;
import dev.engine.services.Caller;
import dev.engine.services.Engine;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Work that is handed to background workers. */
final class WorkerTools {

  private final Engine engine;
  private final HomeFolder home;

  WorkerTools(Engine engine, HomeFolder home) {
    this.engine = engine;
    this.home = home;
  }

  List<Tool<?>> tools() {
    return List.of(
        Tool.of(
            "worker_spawn",
            "Hand work to a background worker. Do not wait for it: this conversation is told when"
                + " it ends.",
            Effect.ADDS,
            Order.class,
            WorkerJson.class,
            this::spawn),
        Tool.of(
            "worker_show",
            "Show a worker: what it was told, how far it is, what came of it.",
            Effect.READS,
            Which.class,
            WorkerJson.class,
            this::show),
        Tool.of(
            "worker_list",
            "List workers, the newest first.",
            Effect.READS,
            Filter.class,
            WorkersJson.class,
            this::list),
        Tool.of(
            "worker_cancel",
            "Have a worker not done, or not go on; what it has done so far is lost.",
            Effect.ENDS,
            Which.class,
            WorkerJson.class,
            this::cancel),
        Tool.of(
                "worker_report",
                "For a worker itself: say in one line what it is doing, or ask the person.",
                Effect.SETS,
                Report.class,
                WorkerJson.class,
                this::report)
            .forWorkersToo());
  }

  record Order(
      @Description("such as research, analyze, write, build or review") Primitive primitive,
      @Description("all that it must know: it sees nothing of this conversation")
          @Length(max = 100_000)
          String instructions,
      @Description("-100 to 100, 0 if it is left out; the higher has its turn first")
          @Nullable Integer priority,
      @Description("workers that must be complete first") @Nullable List<WorkerId> dependsOn,
      @Description("while a worker with it is not done, no other is made") @Length(max = 200)
          @Nullable String dedupeKey,
      @Description("how often it is tried, 1 to 20; 1 if it is left out")
          @Nullable Integer maxAttempts,
      @Description("how long an attempt may take, such as 30m") @Nullable TimeSpan timeout) {

    WorkOrder of(Calling calling) {
      return new WorkOrder(
          new Task(primitive, instructions, calling.session(), calling.conversation()),
          priority == null ? 0 : priority,
          dedupeKey,
          dependsOn == null ? Set.of() : Set.copyOf(dependsOn),
          null,
          maxAttempts == null ? 1 : maxAttempts,
          timeout == null ? null : timeout.length());
    }
  }

  record Which(WorkerId worker) {}

  record Filter(
      @Nullable WorkerStatus status,
      @Description("who is told of the outcome") @Nullable ConversationId conversation,
      @Nullable Limit limit) {}

  record Report(
      @Description("what it is doing; this or question") @Nullable StatusText status,
      @Description("what the person must decide; then end, the answer resumes the work")
          @Length(max = 10_000)
          @Nullable String question) {}

  private Answer<WorkerJson> spawn(Order input, Calling calling) {
    Worker worker = engine.workers().spawn(input.of(calling), home.outputs());
    return new Answer<>(WorkerJson.of(worker), "handed over to " + line(worker));
  }

  private Answer<WorkerJson> show(Which input, Calling calling) {
    Worker worker = engine.workers().show(input.worker());
    return new Answer<>(WorkerJson.of(worker), line(worker));
  }

  private Answer<WorkersJson> list(Filter input, Calling calling) {
    Listed<Worker> found =
        engine
            .workers()
            .list(
                new WorkerFilter(input.status(), input.conversation(), null),
                Page.first(Objects.requireNonNullElse(input.limit(), new Limit(20))));
    return new Answer<>(
        new WorkersJson(found.items().stream().map(WorkerJson::of).toList(), found.next() != null),
        Said.list("workers", found.items(), found.next() != null, WorkerTools::line));
  }

  private Answer<WorkerJson> cancel(Which input, Calling calling) {
    Worker worker = engine.workers().cancel(input.worker());
    return new Answer<>(WorkerJson.of(worker), "cancelled: " + line(worker));
  }

  private Answer<WorkerJson> report(Report input, Calling calling) {
    WorkerId self = self(calling);
    if ((input.status() == null) == (input.question() == null)) {
      throw new InvalidInput("status or question", "one of them", "both or neither");
    }
    if (input.question() != null) {
      engine.workers().ask(self, input.question());
    } else if (input.status() != null) {
      engine.workers().report(self, input.status());
    }
    Worker worker = engine.workers().show(self);
    return new Answer<>(WorkerJson.of(worker), "reported: " + line(worker));
  }

  private static WorkerId self(Calling calling) {
    if (calling.caller() instanceof Caller.Working working) {
      return working.worker();
    }
    throw new InvalidInput(
        "caller", "a worker, for this tool is for workers about themselves", "a session");
  }

  private static String line(Worker worker) {
    return "worker %s (%s, %s): %s"
        .formatted(
            worker.id(),
            worker.task().primitive(),
            worker.status().wireName(),
            Said.quoted(worker.task().instructions()));
  }

  record WorkersJson(List<WorkerJson> items, boolean more) {}

  /**
   * A worker on the wire. Times are ISO-8601 in UTC; what does not apply to its status is absent.
   *
   * @param conversationId is told of the outcome
   * @param workspacePath the folder in which it works, below the engine's
   * @param cancelledAt when it ended because somebody wanted that; it has failed then
   */
  record WorkerJson(
      String id,
      String primitive,
      String status,
      String instructions,
      @Nullable String conversationId,
      @Nullable String sessionId,
      String workspacePath,
      @Nullable String statusText,
      String createdAt,
      @Nullable String startedAt,
      @Nullable String cancelledAt,
      @Nullable String finishedAt,
      @Nullable String summary,
      @Nullable String reason) {

    static WorkerJson of(Worker worker) {
      Worker.State state = worker.state();
      StatusText status = worker.run().statusText();
      return new WorkerJson(
          worker.id().value(),
          worker.task().primitive().value(),
          worker.status().wireName(),
          worker.task().instructions(),
          Said.text(worker.task().owner()),
          Said.text(worker.task().parent()),
          worker.workspacePath().toString(),
          status == null ? null : status.value(),
          worker.createdAt().toString(),
          startedAt(state),
          state instanceof Worker.State.Cancelled cancelled ? cancelled.at().toString() : null,
          finishedAt(state),
          state instanceof Worker.State.Complete complete ? complete.summary() : null,
          state instanceof Worker.State.Failed failed ? failed.reason() : null);
    }

    private static @Nullable String startedAt(Worker.State state) {
      return switch (state) {
        case Worker.State.Pending pending -> null;
        case Worker.State.Asking asking -> null;
        case Worker.State.Running running -> running.startedAt().toString();
        case Worker.State.Complete complete -> complete.startedAt().toString();
        case Worker.State.Failed failed -> Said.text(failed.startedAt());
        case Worker.State.Cancelled cancelled -> Said.text(cancelled.startedAt());
      };
    }

    private static @Nullable String finishedAt(Worker.State state) {
      return switch (state) {
        case Worker.State.Pending pending -> null;
        case Worker.State.Asking asking -> null;
        case Worker.State.Running running -> null;
        case Worker.State.Complete complete -> complete.at().toString();
        case Worker.State.Failed failed -> failed.at().toString();
        case Worker.State.Cancelled cancelled -> cancelled.at().toString();
      };
    }
  }
}
