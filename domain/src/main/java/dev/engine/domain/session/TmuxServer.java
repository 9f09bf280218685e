package dev.engine.domain.session;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of a tmux server. Its pane ids are its own: another one gives the same ids to others.
 *
 * @param socket absolute path of the socket it listens on
 * @param pid its process number; positive
 */
public record TmuxServer(String socket, long pid) {

  private static final Pattern VARIABLE =
      Pattern.compile("(/[^,\\p{Cc}]{1,200}),([1-9][0-9]{0,8})(?:,[0-9]*)?");

  /**
   * @throws InvalidInput unless both have their shape
   */
  public TmuxServer {
    if (!VARIABLE.matcher(socket + "," + pid).matches()) {
      throw new InvalidInput("tmux server", "a path and a process number", socket + "," + pid);
    }
  }

  /**
   * The server that the variable {@code TMUX} names, such as {@code /tmp/tmux-1000/default,73,0};
   * its last part, the number of a session, may be missing. Empty if it names none.
   */
  public static Optional<TmuxServer> named(String variable) {
    Matcher parts = VARIABLE.matcher(variable);
    return parts.matches()
        ? Optional.of(new TmuxServer(parts.group(1), Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  /** Path and number, as {@link #named} reads them. */
  @Override
  public String toString() {
    return socket + "," + pid;
  }
}
