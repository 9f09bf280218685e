package dev.engine.hooks;

import dev.engine.domain.toolcall.ToolUse;
import dev.engine.domain.toolcall.ToolUse.Phase;
import dev.engine.domain.toolcall.ToolUseId;
import org.jspecify.annotations.Nullable;

/** What the events around a tool tell of its use. */
final class ToolUses {

  private ToolUses() {}

  /** What {@code event} tells; null if it is about no tool, or does not say about which. */
  static @Nullable ToolUse of(String event, HookPayload payload) {
    Phase phase = phase(event);
    String id = payload.text("tool_use_id").orElse("");
    String name = payload.text("tool_name").orElse("");
    return phase == null
            || !ToolUseId.isShapeOf(id)
            || name.isEmpty()
            || name.length() > ToolUse.MAX_NAME
        ? null
        : new ToolUse(new ToolUseId(id), name, phase);
  }

  private static @Nullable Phase phase(String event) {
    return switch (event) {
      case "PreToolUse" -> Phase.STARTED;
      case "PostToolUse" -> Phase.DONE;
      case "PostToolUseFailure" -> Phase.FAILED;
      default -> null; // the client has many other events
    };
  }
}
