package dev.engine.cli;

import dev.engine.domain.Limit;
import picocli.CommandLine.Option;

/** {@code --limit}, which every list has. */
final class LimitOption {

  @Option(names = "--limit", paramLabel = "N", description = "At most N rows (default 100).")
  private Limit limit = Limit.DEFAULT;

  Limit limit() {
    return limit;
  }
}
