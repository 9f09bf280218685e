package dev.engine.domain.host;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What programs of workers have printed. Workers can put whatever they like into their workspaces;
 * nothing but a plain file that lies in there is ever read.
 *
 * <p>Either method may throw {@link StorageUnavailable}. {@code WorkerLogsContract} is this
 * interface in tests.
 */
public interface WorkerLogs {

  /** Where nothing can be read. */
  WorkerLogs NONE =
      new WorkerLogs() {
        @Override
        public Optional<WorkerLog> latest(Path workspace, LogStream stream) {
          return Optional.empty();
        }

        @Override
        public Optional<WorkerLog> earlier(Path workspace, int attempt, LogStream stream) {
          return Optional.empty();
        }
      };

  /** Opens what the attempt has printed that was launched last; empty if it is not there. */
  Optional<WorkerLog> latest(Path workspace, LogStream stream);

  /**
   * Opens what an attempt has printed after which another one was launched; empty if it is not
   * there.
   *
   * @param attempt its number, from 1
   */
  Optional<WorkerLog> earlier(Path workspace, int attempt, LogStream stream);
}
