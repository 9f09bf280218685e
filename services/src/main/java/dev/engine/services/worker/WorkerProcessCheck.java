package dev.engine.services.worker;

import dev.engine.domain.host.WorkerProcesses;
import dev.engine.domain.host.WorkerProcesses.WorkerProcess;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.WorkUnderway;
import dev.engine.services.doctor.Check;
import dev.engine.services.doctor.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** That no process of a worker runs on whose attempt is over. */
public final class WorkerProcessCheck implements Check {

  private static final double MEBI = 1 << 20;

  /** What is killed may have made another process meanwhile. */
  private static final int ROUNDS = 10;

  private final WorkerProcesses processes;
  private final Supplier<List<WorkUnderway>> underway;

  /**
   * @param underway the attempts that are not over; asked only if there are processes
   */
  public WorkerProcessCheck(WorkerProcesses processes, Supplier<List<WorkUnderway>> underway) {
    this.processes = processes;
    this.underway = underway;
  }

  @Override
  public String name() {
    return "workers";
  }

  @Override
  public Finding look() {
    List<WorkerProcess> all = processes.all();
    List<WorkerProcess> strays = strays(all);
    if (strays.isEmpty()) {
      return new Finding.Pass(
          "%d processes of workers, %s in all".formatted(all.size(), size(all)));
    }
    return new Finding.Warn(
        "%d processes of workers whose attempt is over, %s in all: %s"
            .formatted(
                strays.size(),
                size(strays),
                strays.stream().map(WorkerProcessCheck::told).collect(Collectors.joining(", "))),
        strays.stream().allMatch(WorkerProcess::isAttended)
            ? "end them yourself once nobody works there any more"
            : "`engine doctor --fix` kills them, but for those with a terminal");
  }

  @Override
  public void repair() {
    for (int round = 0; round < ROUNDS; round++) {
      strays(processes.all()).stream()
          .filter(process -> !process.isAttended())
          .forEach(processes::kill);
    }
  }

  private List<WorkerProcess> strays(List<WorkerProcess> all) {
    if (all.isEmpty()) {
      return all;
    }
    Set<AttemptId> owned =
        underway.get().stream().map(work -> work.attempt().id()).collect(Collectors.toSet());
    return all.stream().filter(process -> !owned.contains(process.attempt())).toList();
  }

  private static String told(WorkerProcess process) {
    return "%d %s (%s, %s%s)"
        .formatted(
            process.process().pid(),
            process.name(),
            process.attempt(),
            mebibytes(process.residentBytes()),
            process.isAttended() ? ", with a terminal" : "");
  }

  private static String size(List<WorkerProcess> processes) {
    return mebibytes(processes.stream().mapToLong(WorkerProcess::residentBytes).sum());
  }

  private static String mebibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MiB", bytes / MEBI);
  }
}
