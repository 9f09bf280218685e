package dev.engine.hooks;

import dev.engine.domain.hook.Door;
import dev.engine.domain.notification.Occasion;
import java.time.Instant;

/** What each event of Claude Code is good for when its session is to be told something. */
final class Occasions {

  private Occasions() {}

  /**
   * @param event the client's name of it
   * @param now when it is handled
   */
  static Occasion of(String event, HookPayload payload, HookCall call, Instant now) {
    if (payload.text("agent_id").isPresent()) {
      return Occasion.NONE; // a subagent's, whose context is another one
    }
    Occasion occasion = ofEvent(event, call.environment());
    return call.door() == Door.SPOOL ? late(occasion, call.at().isAfter(now)) : occasion;
  }

  /**
   * A call that the client does not wait for is neither: its answer is not read, and nobody knows
   * when it was made. An event that asks for no turn of the model proves nothing, nor does one that
   * may come while the hook of a tool beside it has not been answered: a client without
   * PostToolBatch, and so without PostToolUseFailure, waits for PostToolUse.
   */
  private static Occasion ofEvent(String event, HookEnvironment environment) {
    return switch (event) {
      case "SessionStart" -> Occasion.BEGINNING;
      case "UserPromptSubmit", "PostToolBatch" -> Occasion.TURN;
      case "PostToolUse" -> environment.isAwaited() ? Occasion.ONE_TOOL : Occasion.NONE;
      case "PostToolUseFailure", "Stop" -> Occasion.PROGRESS;
      default -> Occasion.NONE; // the client has many more, and adds to them
    };
  }

  /**
   * From the spool an event comes later, and nobody reads an answer. If the clock was set back
   * meanwhile, nobody knows either what came before it.
   */
  private static Occasion late(Occasion occasion, boolean isFromTheFuture) {
    return occasion.isProof() && !isFromTheFuture ? Occasion.LATE_PROGRESS : Occasion.NONE;
  }
}
