package dev.engine.host;

import dev.engine.domain.install.ClientVersion;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event of Claude Code that Engine listens to, and how. */
enum HookEvent {
  SESSION_START("SessionStart", Scope.SESSION, Since.ALWAYS),
  USER_PROMPT_SUBMIT("UserPromptSubmit", Scope.SESSION, Since.ALWAYS),
  PRE_TOOL_USE("PreToolUse", Scope.TOOL_UNAWAITED, Since.ALWAYS),
  POST_TOOL_USE("PostToolUse", Scope.TOOL_UNAWAITED, Since.ALWAYS),
  POST_TOOL_USE_FAILURE("PostToolUseFailure", Scope.TOOL, Since.LATELY),
  POST_TOOL_BATCH("PostToolBatch", Scope.SESSION, Since.LATELY),
  PERMISSION_REQUEST("PermissionRequest", Scope.TOOL, Since.ALWAYS),
  NOTIFICATION("Notification", Scope.SESSION, Since.ALWAYS),
  STOP("Stop", Scope.SESSION, Since.ALWAYS),
  STOP_FAILURE("StopFailure", Scope.SESSION, Since.LATELY),
  SUBAGENT_START("SubagentStart", Scope.SESSION, Since.LATELY),
  SUBAGENT_STOP("SubagentStop", Scope.SESSION, Since.ALWAYS),
  PRE_COMPACT("PreCompact", Scope.SESSION, Since.ALWAYS),
  POST_COMPACT("PostCompact", Scope.SESSION, Since.LATELY),
  SESSION_END("SessionEnd", Scope.SESSION, Since.ALWAYS);

  /**
   * The first client that was seen to send late events, and to pass over a name that it does not
   * know. An older one drops the whole file for that (2.0.76 did), so a client of unknown version
   * gets none of them.
   */
  private static final ClientVersion WITH_LATE_EVENTS = new ClientVersion(2, 1, 197);

  /** The first client that was seen to be woken by a hook. */
  private static final ClientVersion WAKEABLE = new ClientVersion(2, 1, 330);

  private final String clientName;
  private final Scope scope;
  private final Since since;

  HookEvent(String clientName, Scope scope, Since since) {
    this.clientName = clientName;
    this.scope = scope;
    this.since = since;
  }

  /** The client's name for it. */
  String clientName() {
    return clientName;
  }

  /** Whether it comes from a tool, and so wants to be told from which ones. */
  boolean isOfTool() {
    return scope != Scope.SESSION;
  }

  /**
   * Whether {@code client} may go on at once: it comes with every tool call, and owes no answer. Of
   * a client without PostToolBatch, PostToolUse is waited for: in the middle of a turn its answer
   * is all that can tell the model something.
   */
  boolean isUnawaitedBy(@Nullable ClientVersion client) {
    return scope == Scope.TOOL_UNAWAITED && !isAwaitedOnlyBy(client);
  }

  /** Whether {@code client} waits for it, while other clients do not: the hook must be told. */
  boolean isAwaitedOnlyBy(@Nullable ClientVersion client) {
    return this == POST_TOOL_USE && !hasLateEvents(client);
  }

  /** Whether {@code client} may have a hook wait behind it, to be woken by: its session is idle. */
  boolean isWaitedBehindBy(@Nullable ClientVersion client) {
    return this == STOP && client != null && client.isAtLeast(WAKEABLE);
  }

  /** Whether the client may post it: never where its session starts. */
  boolean isPostable() {
    return this != SESSION_START;
  }

  /**
   * What can be registered for {@code client}, in the order of a session.
   *
   * @param client null where it is not known
   */
  static List<HookEvent> of(@Nullable ClientVersion client) {
    boolean hasLate = hasLateEvents(client);
    return Arrays.stream(values()).filter(event -> hasLate || event.since == Since.ALWAYS).toList();
  }

  private static boolean hasLateEvents(@Nullable ClientVersion client) {
    return client != null && client.isAtLeast(WITH_LATE_EVENTS);
  }

  private enum Scope {
    SESSION,
    TOOL,
    TOOL_UNAWAITED
  }

  private enum Since {
    ALWAYS,
    LATELY
  }
}
