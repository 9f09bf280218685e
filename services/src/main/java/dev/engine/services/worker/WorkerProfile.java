package dev.engine.services.worker;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How workers of a primitive are run.
 *
 * @param command reads the instructions from standard input
 * @param resumeCommand goes on with a session, and reads an answer from standard input
 * @param parallel so many at a time, 0 or more
 * @param timeout how long an attempt may take; null for as long as it likes
 * @param variables the names of those that its program gets besides the usual ones
 */
public record WorkerProfile(
    CommandTemplate command,
    CommandTemplate resumeCommand,
    int parallel,
    @Nullable Duration timeout,
    Set<String> variables) {

  /** Claude Code, in a session whose id was chosen. */
  public static final CommandTemplate CLAUDE = claude("--session-id");

  /** Claude Code, in the session that asked. */
  public static final CommandTemplate RESUMED_CLAUDE = claude("--resume");

  /**
   * @throws InvalidInput if {@code parallel} is negative
   */
  public WorkerProfile {
    if (parallel < 0) {
      throw new InvalidInput("parallel", "0 or more", Integer.toString(parallel));
    }
    variables = Set.copyOf(variables);
  }

  /** Claude Code, as many of it as {@code parallel}. */
  public static WorkerProfile claude(int parallel, @Nullable Duration timeout) {
    return new WorkerProfile(CLAUDE, RESUMED_CLAUDE, parallel, timeout, Set.of());
  }

  private static CommandTemplate claude(String session) {
    return new CommandTemplate(
        List.of(
            "claude",
            "-p",
            session,
            "{session_id}",
            "--settings", // the client looks for those of the project in its own folder only
            "{project}/.claude/settings.json",
            "--output-format",
            "stream-json",
            "--verbose",
            "--permission-mode",
            "acceptEdits"));
  }
}
