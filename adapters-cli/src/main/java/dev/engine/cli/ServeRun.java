package dev.engine.cli;

import dev.engine.domain.error.EngineException.AlreadyServing;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.serving.Endpoint;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The engine of one home, which serves until its process is asked to end. */
public interface ServeRun {

  /**
   * Serves, and returns when the process was asked to end and everything that was accepted is done.
   *
   * @param listening is told when it listens and is ready
   * @throws AlreadyServing if another engine serves the database
   * @throws Conflict if the port that was asked for is taken
   * @throws InvalidInput if the door would be open to other machines without a token that was
   *     chosen for that
   */
  void serve(Options options, Consumer<Listening> listening);

  /**
   * What the command line says; what it does not say, the settings do.
   *
   * @param port null for that of the settings
   * @param bind the address to listen on; null for that of the settings
   * @param tokenFile a file with the token to use; null for the one that Engine keeps
   */
  record Options(@Nullable Integer port, @Nullable String bind, @Nullable Path tokenFile) {}

  /**
   * An engine that is ready.
   *
   * @param note one sentence without a full stop that the person should know; null if all is usual
   */
  record Listening(Endpoint endpoint, @Nullable String note) {}
}
