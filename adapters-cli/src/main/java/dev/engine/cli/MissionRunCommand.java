package dev.engine.cli;

import dev.engine.domain.mission.Mission;
import dev.engine.services.MissionBook;
import dev.engine.wire.MissionJson;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "run",
    description = "Run a mission once, now, outside its slots, enabled or not.",
    footer = {
      "",
      "Example: engine mission run nightly --wait",
      "",
      "Exit codes of --wait: 0 complete, 1 failed, 130 ended by Ctrl-C: the worker goes on."
    })
final class MissionRunCommand implements Callable<Integer> {

  private final Context context;

  @Parameters(paramLabel = "SLUG", description = "Slug or id.")
  private String slugOrId;

  @Option(
      names = "--wait",
      description = "Wait until its worker is complete or has failed, and show where it stands.")
  private boolean isWaiting;

  @Mixin private JsonOption json;

  MissionRunCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    MissionBook missions = context.engine().missions();
    Mission run = missions.runNow(missions.show(slugOrId).id(), context.home().outputs());
    EngineHint.show(context);
    if (isWaiting) {
      // A run that a person wants has its worker from the start.
      return new WorkerWait(context, json).untilFinished(Objects.requireNonNull(run.worker()));
    }
    Output output = context.output();
    json.print(
        output,
        () -> MissionJson.of(run),
        () -> output.line("mission %s runs: worker %s".formatted(slugOrId, run.worker())));
    return 0;
  }
}
