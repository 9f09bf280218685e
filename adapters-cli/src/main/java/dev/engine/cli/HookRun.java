package dev.engine.cli;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.util.List;

/** What Claude Code runs for its events, with this process's standard input, output and error. */
@FunctionalInterface
public interface HookRun {

  /**
   * Runs it to its end and returns its exit code.
   *
   * @param arguments as {@code engine-hook} takes them
   * @throws StorageUnavailable if it cannot be started
   */
  int run(List<String> arguments);
}
