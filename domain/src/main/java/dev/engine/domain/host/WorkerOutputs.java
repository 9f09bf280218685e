package dev.engine.domain.host;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.worker.Usage;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What programs of workers have left in their workspaces. */
@FunctionalInterface
public interface WorkerOutputs {

  /**
   * What is to be seen in {@code workspace}; what its program took away, or shut, is not there.
   *
   * @throws StorageUnavailable if it cannot be read now, as when too many files are open: an
   *     outcome that was judged without it would be wrong for good
   */
  Output read(Path workspace);

  /**
   * The end of what a program had to say. No text is longer than 64 KiB.
   *
   * @param resultFile the beginning of its {@code result.md}; null if it has written none
   * @param result null if it has printed none that can be read
   * @param lastLine of its standard output; empty if it has printed nothing
   * @param lastErrorLine of its standard error, likewise
   */
  record Output(
      @Nullable String resultFile, @Nullable Result result, String lastLine, String lastErrorLine) {

    public static final Output NOTHING = new Output(null, null, "", "");
  }

  /**
   * The result object of {@code claude -p --output-format stream-json}, or of a program that prints
   * its like.
   *
   * @param text empty if it has none
   * @param question what it must know to go on; null if nothing
   */
  record Result(boolean isError, String text, @Nullable String question, Usage usage) {}
}
