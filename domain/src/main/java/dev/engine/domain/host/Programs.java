package dev.engine.domain.host;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The programs of this machine that can be asked a short question. */
public interface Programs {

  /**
   * The first line that a program prints on standard output, without its end.
   *
   * @param command the program, found on the search path, and its arguments; no shell reads them
   * @param limit after which it is killed
   * @return empty if there is no such program, it fails, says nothing, or takes longer
   */
  Optional<String> ask(List<String> command, Duration limit);
}
