package dev.engine.cli;

import dev.engine.domain.TimeSpan;
import dev.engine.domain.error.EngineException.EngineUnavailable;
import dev.engine.domain.install.HomeFolder;
import dev.engine.services.ServingControl.Stopping;
import dev.engine.services.worker.WorkerShutdown;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "down",
    description = {
      "Ask the engine that serves a project to end, and wait for it. Hooks go on without it.",
      "Where none serves there is nothing to do, and that is no failure.",
      "Workers go on, and the next engine finds them; --workers ends them, too."
    },
    footer = {"", "Example: engine down --timeout 1m"})
final class DownCommand implements Runnable {

  /** Longer than a clean end may take, which is 10 s. */
  private static final Duration USUAL_LIMIT = Duration.ofSeconds(15);

  private final Context context;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Wait that long, such as 1m, instead of 15 s.")
  private @Nullable TimeSpan limit;

  @Option(
      names = "--workers",
      description =
          "Then ask all workers to end, and kill those that have not after 10 s. The next engine"
              + " begins them again.")
  private boolean isWithWorkers;

  DownCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    HomeFolder home = context.home();
    Duration patience = limit == null ? USUAL_LIMIT : limit.length();
    switch (context.program().serving().stop(home, patience)) {
      case Stopping.Stopped stopped ->
          context
              .output()
              .line(
                  "The engine of %s has ended (process %d)."
                      .formatted(home.project(), stopped.engine().process().pid()));
      case Stopping.NotServing none ->
          context.output().line("No engine serves %s.".formatted(home.project()));
      case Stopping.StillThere still ->
          throw new EngineUnavailable(
              "the engine was asked to end and has not within %d s: %s"
                  .formatted(patience.toSeconds(), still.engine().description()));
    }
    if (isWithWorkers) {
      endWorkers(home);
    }
  }

  private void endWorkers(HomeFolder home) {
    WorkerShutdown.Report report = context.program().workerShutdown(home).run();
    if (report.leftCount() > 0) {
      throw new EngineUnavailable(
          "%d processes of workers could not be ended; `engine doctor` names them"
              .formatted(report.leftCount()));
    }
    context
        .output()
        .line(
            report.endedCount() == 0
                ? "No worker was at work."
                : "%d workers were ended; the next engine begins them again."
                    .formatted(report.endedCount()));
  }
}
