package dev.engine.cli;

import dev.engine.domain.worker.WorkerId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** {@code --worker}, which a worker need not say of itself. */
final class OwnWorkerOption {

  private static final String OWN = "ENGINE_WORKER_ID";

  @Option(
      names = "--worker",
      paramLabel = "ID",
      description = "Which worker (default: ENGINE_WORKER_ID, which workers have).")
  private @Nullable WorkerId worker;

  @Spec(Target.MIXEE)
  private CommandSpec command;

  /**
   * The one that is meant.
   *
   * @throws ParameterException if none is
   */
  WorkerId id(Context context) {
    if (worker != null) {
      return worker;
    }
    @Nullable String own = context.variable(OWN);
    if (own == null) {
      throw new ParameterException(
          command.commandLine(), "this is not run by a worker, so say --worker ID");
    }
    return new WorkerId(own);
  }
}
