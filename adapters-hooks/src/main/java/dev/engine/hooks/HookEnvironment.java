package dev.engine.hooks;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.WireName;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.TmuxServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment of a hook tells. Only the variables named here are ever read: the rest may
 * hold secrets, such as the client's messaging token.
 *
 * <p>A value that makes no sense counts as absent: it was set by somebody else's mistake, and the
 * event is worth more than the complaint.
 */
public final class HookEnvironment {

  /** How {@code claude -p} calls itself in {@code CLAUDE_CODE_ENTRYPOINT}. */
  private static final String PRINT_MODE = "sdk-cli";

  private final Map<String, String> variables;

  public HookEnvironment(Map<String, String> variables) {
    this.variables = variables;
  }

  /**
   * The environment that was passed on in headers.
   *
   * @param headers by their names in lower case
   */
  static HookEnvironment of(Map<String, String> headers) {
    Map<String, String> variables = new HashMap<>();
    for (HookHeader passed : HookHeader.values()) {
      String value = headers.get(passed.key());
      if (value != null) {
        variables.put(passed.variable(), value);
      }
    }
    return new HookEnvironment(variables);
  }

  /** The headers that pass on what can be passed on of this. */
  Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    for (HookHeader passed : HookHeader.values()) {
      text(passed.variable())
          .filter(HookEnvironment::isPlain)
          .ifPresent(value -> headers.put(passed.header(), value));
    }
    return headers;
  }

  /** Whether it can stand in a header; nothing that is of use looks otherwise. */
  private static boolean isPlain(String value) {
    return value.matches("[A-Za-z0-9%._:/,-]{1,256}");
  }

  /** {@code CLAUDE_PID}: the client's process; clients before 2.1.330 do not tell it. */
  Optional<Long> clientPid() {
    return text("CLAUDE_PID")
        .filter(pid -> pid.length() < 10 && pid.chars().allMatch(Character::isDigit))
        .map(Long::valueOf)
        .filter(pid -> pid > 0);
  }

  /** {@code TMUX_PANE}, such as {@code %7}. */
  Optional<String> tmuxPane() {
    return text("TMUX_PANE");
  }

  /** The server that {@code TMUX} names, whose pane it is. */
  Optional<TmuxServer> tmuxServer() {
    return text("TMUX").flatMap(TmuxServer::named);
  }

  /** {@code ENGINE_CONVERSATION_ID}: the conversation that is handed over. */
  Optional<ConversationId> conversation() {
    return text("ENGINE_CONVERSATION_ID").flatMap(HookEnvironment::conversation);
  }

  /** {@code ENGINE_ROLE}. */
  Optional<Role> role() {
    return text("ENGINE_ROLE").flatMap(name -> WireName.find(Role.class, name));
  }

  /** {@code ENGINE_MODE}, else what the client's entry point implies. */
  Mode mode() {
    Mode implied =
        text("CLAUDE_CODE_ENTRYPOINT").filter(PRINT_MODE::equals).isPresent()
            ? Mode.BACKGROUND
            : Mode.INTERACTIVE;
    return text("ENGINE_MODE").flatMap(name -> WireName.find(Mode.class, name)).orElse(implied);
  }

  /**
   * Whether the hook was registered as one that the client waits for, where that is not the same
   * for every client: {@code engine-hook --awaited}.
   */
  boolean isAwaited() {
    return text("ENGINE_HOOK_AWAITED").isPresent();
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  private static Optional<ConversationId> conversation(String id) {
    try {
      return Optional.of(new ConversationId(id));
    } catch (InvalidInput senseless) {
      return Optional.empty();
    }
  }
}
