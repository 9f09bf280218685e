package dev.engine.app;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.worker.WorkerId;
import dev.engine.services.CallerClaim;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the surroundings of an agent say of who it is. */
final class Claims {

  /** The header in which {@code lib/mcp.sh} passes on what its environment says. */
  static final String SESSION = "X-Claude-Session-Id";

  /** Likewise. */
  static final String WORKER = "X-Engine-Worker-Id";

  private Claims() {}

  /** What {@code session} and {@code worker} claim; what has the wrong shape claims nothing. */
  static CallerClaim of(@Nullable String session, @Nullable String worker) {
    return new CallerClaim(null, read(session, ClaudeSessionId::new), read(worker, WorkerId::new));
  }

  private static <T> @Nullable T read(@Nullable String text, Function<String, T> parse) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (InvalidInput otherShape) {
      return null;
    }
  }
}
