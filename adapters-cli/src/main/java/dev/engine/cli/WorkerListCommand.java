package dev.engine.cli;

import dev.engine.domain.Listed;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerFilter;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerStatus;
import dev.engine.wire.WorkerJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    description = "List workers, the newest first.",
    footer = {"", "Example: engine worker list --status failed"})
final class WorkerListCommand implements Runnable {

  private final Context context;

  @Option(names = "--status", description = "Only of this status: ${COMPLETION-CANDIDATES}.")
  private @Nullable WorkerStatus status;

  @Option(
      names = "--conversation",
      paramLabel = "ID",
      description = "Only those that this conversation owns.")
  private @Nullable ConversationId owner;

  @Option(names = "--session", paramLabel = "ID", description = "Only those of this session.")
  private @Nullable SessionId parent;

  @Mixin private PageOptions pages;
  @Mixin private JsonOption json;

  WorkerListCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    WorkerFilter filter = new WorkerFilter(status, owner, parent);
    Listed<Worker> workers = context.engine().workers().list(filter, pages.page());
    Output output = context.output();
    json.print(
        output,
        () -> json(workers.items()),
        () -> output.table(Workers.table(workers.items(), output), "No workers."));
    pages.more(output, workers);
  }

  private List<WorkerJson> json(List<Worker> workers) {
    Map<WorkerId, Attempt> latest = context.engine().workers().latestAttempts(workers);
    return workers.stream().map(worker -> WorkerJson.of(worker, latest.get(worker.id()))).toList();
  }
}
