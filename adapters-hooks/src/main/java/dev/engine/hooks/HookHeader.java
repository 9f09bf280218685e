package dev.engine.hooks;

import java.util.Locale;

/**
 * A variable of a hook's environment that is of use, and the header in which it is passed on. No
 * other variable ever is: the rest may hold secrets, such as the client's messaging token.
 */
enum HookHeader {
  CLAUDE_PID("CLAUDE_PID", "X-Claude-Pid"),
  ENTRYPOINT("CLAUDE_CODE_ENTRYPOINT", "X-Claude-Entrypoint"),
  TMUX("TMUX", "X-Tmux"),
  TMUX_PANE("TMUX_PANE", "X-Tmux-Pane"),
  ROLE("ENGINE_ROLE", "X-Engine-Role"),
  MODE("ENGINE_MODE", "X-Engine-Mode"),
  CONVERSATION("ENGINE_CONVERSATION_ID", "X-Engine-Conversation-Id"),
  WORKER("ENGINE_WORKER_ID", "X-Engine-Worker-Id"),
  AWAITED("ENGINE_HOOK_AWAITED", "X-Engine-Awaited");

  private final String variable;
  private final String header;

  HookHeader(String variable, String header) {
    this.variable = variable;
    this.header = header;
  }

  String variable() {
    return variable;
  }

  String header() {
    return header;
  }

  /** Its key in a map of headers, whose names know no case. */
  String key() {
    return header.toLowerCase(Locale.ROOT);
  }
}
