package dev.engine.hooks;

import dev.engine.domain.TextLength;
import dev.engine.domain.id.WireName;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.domain.session.Want;

/**
 * What each event of Claude Code says about its session. Open on the client's side: an event, a
 * source or a reason that is not known yet means the least it can mean.
 */
final class Signals {

  /** As much of an unknown event's name as is kept. */
  private static final int MAX_NAME = 64;

  private Signals() {}

  static Signal of(String eventName, HookPayload payload) {
    return switch (eventName) {
      case "SessionStart" -> new Signal.Started(source(payload));
      case "UserPromptSubmit" -> new Signal.Prompted();
      case "PreToolUse" -> new Signal.ToolStarted();
      case "PostToolUse", "PostToolUseFailure", "PostToolBatch" -> new Signal.ToolFinished();
      case "PermissionRequest" -> new Signal.WaitsFor(Want.PERMISSION);
      case "Notification" -> notification(payload);
      case "Stop", "StopFailure" -> new Signal.Stopped();
      case "SessionEnd" -> new Signal.Ended(endReason(payload));
      case "SubagentStart", "SubagentStop", "PreCompact", "PostCompact" -> new Signal.Seen();
      default -> unknown(eventName);
    };
  }

  private static Signal unknown(String eventName) {
    String shown = TextLength.headline(eventName, MAX_NAME);
    return shown.isEmpty() ? new Signal.Seen() : new Signal.Unknown(shown);
  }

  private static Source source(HookPayload payload) {
    return payload
        .text("source")
        .flatMap(name -> WireName.find(Source.class, name))
        .orElse(Source.STARTUP);
  }

  private static EndReason endReason(HookPayload payload) {
    return payload
        .text("reason")
        .flatMap(name -> WireName.find(EndReason.class, name))
        .orElse(EndReason.OTHER);
  }

  /** Old clients send no type, and then the words of the message are all there is. */
  private static Signal notification(HookPayload payload) {
    return switch (payload.text("notification_type").orElse("")) {
      case "permission_prompt" -> new Signal.WaitsFor(Want.PERMISSION);
      case "idle_prompt", "agent_needs_input", "elicitation_dialog" ->
          new Signal.WaitsFor(Want.INPUT);
      case "" -> new Signal.WaitsFor(asksForPermission(payload) ? Want.PERMISSION : Want.INPUT);
      default -> new Signal.Seen();
    };
  }

  private static boolean asksForPermission(HookPayload payload) {
    return payload.text("message").filter(message -> message.contains("permission")).isPresent();
  }
}
