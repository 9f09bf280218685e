package dev.engine.cli;

import java.io.InputStream;
import java.io.UncheckedIOException;

/** The tools for agents, over standard input and output. */
@FunctionalInterface
public interface McpRun {

  /**
   * Answers on standard output what comes in, until that ends.
   *
   * @throws UncheckedIOException if it cannot be read, or nobody reads the answers any more
   */
  void serve(InputStream in);
}
