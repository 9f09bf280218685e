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

  static final int USAGE = 2;
  static final int NOT_FOUND = 3;
  static final int CONFLICT = 4;
  static final int STORAGE = 5;
  static final int SERVING = 6;
  static final int UNAVAILABLE = 7;

  /** EX_SOFTWARE of sysexits.h. */
  static final int BUG = 70;

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
    return BUG;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    line(command, String.valueOf(failure.getMessage()));
    UnmatchedArgumentException.printSuggestions(failure, command.getErr());
    line(command, "`%s --help` says more".formatted(command.getCommandSpec().qualifiedName()));
    return USAGE;
  }

  static int exitCode(EngineException failure) {
    return switch (failure) {
      case EngineException.InvalidInput bad -> USAGE;
      case EngineException.NotFound missing -> NOT_FOUND;
      case EngineException.Conflict clash -> CONFLICT;
      case EngineException.StorageUnavailable busy -> STORAGE;
      case EngineException.StorageRefused broken -> STORAGE;
      case EngineException.AlreadyServing second -> SERVING;
      case EngineException.EngineUnavailable silent -> UNAVAILABLE;
    };
  }

  private static void line(CommandLine command, String sentence) {
    command.getErr().println("engine: " + Cell.of(sentence).text());
  }
}
