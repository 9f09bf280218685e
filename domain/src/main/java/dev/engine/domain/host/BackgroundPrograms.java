package dev.engine.domain.host;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.session.ProcessIdentity;
import java.nio.file.Path;
import java.util.List;

/** Programs that run on by themselves. */
public interface BackgroundPrograms {

  /**
   * Starts a program that outlives this process and its terminal.
   *
   * @param command an absolute path and the arguments; no shell reads them
   * @param output where both its outputs go, from the beginning of the file on
   * @throws StorageUnavailable if it cannot be started, or the file not be written
   */
  Launched start(List<String> command, Path output);

  /** Asks {@code process} to end, by SIGTERM; nothing if it is not there any more. */
  void askToEnd(ProcessIdentity process);

  /** A program that was started. */
  interface Launched {

    /** Whether it has not ended yet. */
    boolean isRunning();

    /** The last line that it has printed so far; empty if it has printed none. */
    String lastLine();
  }
}
