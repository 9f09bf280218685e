package dev.engine.hooks;

import dev.engine.domain.hook.Door;
import dev.engine.domain.notification.Occasion;

/** What each event of Claude Code is good for when its session is to be told something. */
final class Occasions {

  private Occasions() {}

  /**
   * @param event the client's name of it
   */
  static Occasion of(String event, HookPayload payload, HookCall call) {
    if (payload.text("agent_id").isPresent()) {
      return Occasion.NONE; // a subagent's, whose context is another one
    }
    Occasion occasion = ofEvent(event, call.environment());
    return call.door() == Door.SPOOL ? withoutAnswer(occasion) : occasion;
  }

  /**
   * A call that the client does not wait for is neither: its answer is not read, and nobody knows
   * when it was made. An event that asks for no turn of the model proves nothing.
   */
  private static Occasion ofEvent(String event, HookEnvironment environment) {
    return switch (event) {
      case "SessionStart" -> Occasion.BEGINNING;
      case "UserPromptSubmit", "PostToolBatch" -> Occasion.TURN;
      case "PostToolUse" -> environment.isAwaited() ? Occasion.TURN : Occasion.NONE;
      case "PostToolUseFailure", "PermissionRequest", "Stop" -> Occasion.PROGRESS;
      default -> Occasion.NONE; // the client has many more, and adds to them
    };
  }

  /** From the spool an event comes later, and nobody reads an answer. */
  private static Occasion withoutAnswer(Occasion occasion) {
    return occasion.isProof() ? Occasion.PROGRESS : Occasion.NONE;
  }
}
