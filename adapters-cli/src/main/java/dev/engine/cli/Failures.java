package dev.engine.cli;

import dev.engine.domain.error.EngineException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where a failure becomes a line on stderr and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private final boolean showsBugs;

  /**
   * @param showsBugs whether a bug is shown with its stack trace, for whoever looks for it
   */
  Failures(boolean showsBugs) {
    this.showsBugs = showsBugs;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    if (failure instanceof EngineException known) {
      line(command, known.code() + " " + known.getMessage());
      return exitCode(known);
    }
    line(command, "ENG-9999 this is a bug in engine: " + failure + "; ENGINE_DEBUG=1 shows where");
    if (showsBugs) {
      failure.printStackTrace(command.getErr());
    }
    return ExitCodes.BUG;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    line(command, String.valueOf(failure.getMessage()));
    UnmatchedArgumentException.printSuggestions(failure, command.getErr());
    line(command, "`%s --help` says more".formatted(command.getCommandSpec().qualifiedName()));
    return ExitCodes.USAGE;
  }

  static int exitCode(EngineException failure) {
    return switch (failure) {
      case EngineException.InvalidInput bad -> ExitCodes.USAGE;
      case EngineException.NotFound missing -> ExitCodes.NOT_FOUND;
      case EngineException.Conflict clash -> ExitCodes.CONFLICT;
      case EngineException.StorageUnavailable busy -> ExitCodes.STORAGE;
      case EngineException.StorageRefused broken -> ExitCodes.STORAGE;
      case EngineException.AlreadyServing second -> ExitCodes.SERVING;
      case EngineException.EngineUnavailable silent -> ExitCodes.UNAVAILABLE;
    };
  }

  private static void line(CommandLine command, String sentence) {
    command.getErr().println("engine: " + Cell.of(sentence).text());
  }
}
