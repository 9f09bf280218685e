package dev.engine.host;

import dev.engine.domain.install.PostSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Engine's HTTP handler of one event in the client's settings, as it is written and recognised.
 *
 * <p>The client posts by itself, so what tells a session's place and part must come by headers,
 * which the client fills from its own environment. {@code CLAUDE_PID} is not among them: what a
 * client inherits there is the number of the one that has started it.
 */
final class HookPost {

  /** Makes a handler known as Engine's, whatever its port. */
  private static final String MARK = "X-Engine-Hook";

  private static final Pattern URL =
      Pattern.compile("http://127\\.0\\.0\\.1:[0-9]{1,5}/hooks/[A-Za-z]{1,64}");

  /** Any token that was ever written, for edits are shown to people. */
  private static final Pattern BEARER = Pattern.compile("Bearer [A-Za-z0-9._~+/=-]+");

  /** The engine takes milliseconds; one that hangs must not hold a session up. */
  private static final int TIMEOUT_SECONDS = 2;

  private static final List<Passed> PASSED =
      List.of(
          new Passed("X-Claude-Entrypoint", "CLAUDE_CODE_ENTRYPOINT"),
          new Passed("X-Tmux", "TMUX"),
          new Passed("X-Tmux-Pane", "TMUX_PANE"),
          new Passed("X-Engine-Role", "ENGINE_ROLE"),
          new Passed("X-Engine-Mode", "ENGINE_MODE"),
          new Passed("X-Engine-Conversation-Id", "ENGINE_CONVERSATION_ID"),
          new Passed("X-Engine-Worker-Id", "ENGINE_WORKER_ID"));

  private HookPost() {}

  /** A variable, and the header that passes it on. */
  private record Passed(String header, String variable) {}

  /** What {@code event} is to have under its name: a list entry of the client's settings. */
  static JsonValue.Obj group(PostSetup setup, HookEvent event) {
    List<JsonValue.Member> members = new ArrayList<>();
    if (event.isOfTool()) {
      members.add(member("matcher", JsonValue.of("*")));
    }
    members.add(member("hooks", JsonValue.array(handler(setup, event))));
    return new JsonValue.Obj(List.copyOf(members));
  }

  /** Whether {@code part} is one of ours: of any engine and any port. */
  static boolean isOne(JsonPart part) {
    return part instanceof JsonPart.Obj handler
        && handler.get("url").filter(HookPost::isUrl).isPresent()
        && handler.get("headers").filter(HookPost::isMarked).isPresent();
  }

  /** {@code settings} without any token. */
  static String hidden(String settings) {
    return BEARER.matcher(settings).replaceAll("Bearer (not shown)");
  }

  private static JsonValue.Obj handler(PostSetup setup, HookEvent event) {
    String url =
        "http://127.0.0.1:%d/hooks/%s".formatted(setup.target().port(), event.clientName());
    List<JsonValue.Member> headers = new ArrayList<>();
    headers.add(member("Authorization", JsonValue.of("Bearer " + setup.target().token())));
    headers.add(member(MARK, JsonValue.of("1")));
    for (Passed passed : PASSED) {
      headers.add(member(passed.header(), JsonValue.of("$" + passed.variable())));
    }
    if (event.isAwaitedOnlyBy(setup.client())) {
      headers.add(member("X-Engine-Awaited", JsonValue.of("yes")));
    }
    String[] allowed = PASSED.stream().map(Passed::variable).toArray(String[]::new);
    return JsonValue.object(
        member("type", JsonValue.of("http")),
        member("url", JsonValue.of(url)),
        member("headers", new JsonValue.Obj(List.copyOf(headers))),
        member("allowedEnvVars", JsonValue.texts(allowed)),
        member("timeout", JsonValue.of(TIMEOUT_SECONDS)));
  }

  private static boolean isUrl(JsonPart part) {
    return part instanceof JsonPart.Text text && URL.matcher(text.text()).matches();
  }

  private static boolean isMarked(JsonPart part) {
    return part instanceof JsonPart.Obj headers && headers.get(MARK).isPresent();
  }

  private static JsonValue.Member member(String name, JsonValue value) {
    return new JsonValue.Member(name, value);
  }
}
