package dev.engine.cli;

import dev.engine.domain.Cursor;
import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --limit} and {@code --after}, which every list has that grows without end. */
final class PageOptions {

  @Option(names = "--limit", paramLabel = "N", description = "At most N rows (default 100).")
  private Limit limit = Limit.DEFAULT;

  @Option(
      names = "--after",
      paramLabel = "CURSOR",
      description = "Go on behind what was shown before; a list that has more says how.")
  private @Nullable Cursor after;

  Page page() {
    return new Page(limit, after);
  }

  /** Says how to go on if there is more: beside the list, which may be for a program to read. */
  void more(Output output, Listed<?> shown) {
    if (shown.next() != null) {
      output.aside("There is more: go on with --after " + shown.next());
    }
  }
}
