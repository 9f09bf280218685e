package dev.engine.host;

import dev.engine.domain.install.HookSetup;
import dev.engine.host.JsonPart.Obj;
import java.util.Optional;

/**
 * Engine's server in the text of a {@code .mcp.json}: {@code {"mcpServers": {"engine": {"type":
 * "stdio", "command": ..., "args": [...]}}}}.
 *
 * <p>Pure: text in, text out.
 */
final class ToolServerMember {

  private static final String SERVERS = "mcpServers";
  private static final String NAME = "engine";

  private ToolServerMember() {}

  /**
   * {@code config} with Engine's server. One of that name that is somebody else's stays.
   *
   * @throws UnreadableSettings if it has servers in another shape than the client reads
   */
  static String with(String config, HookSetup setup) {
    JsonText text = new JsonText(config);
    JsonValue.Obj wanted = server(setup);
    Optional<Obj> servers = servers(text);
    if (servers.isEmpty()) {
      JsonValue.Obj first = JsonValue.object(new JsonValue.Member(NAME, wanted));
      return text.append(text.root(), new JsonValue.Member(SERVERS, first)).toString();
    }
    Optional<JsonPart> present = servers.get().get(NAME);
    if (present.isEmpty()) {
      return text.append(servers.get(), new JsonValue.Member(NAME, wanted)).toString();
    }
    return present.get() instanceof Obj old && isOurs(old) && !old.value().equals(wanted)
        ? text.replace(old, wanted).toString()
        : config;
  }

  /** {@code config} without Engine's server, and without the servers if it was the only one. */
  static String without(String config) {
    JsonText text = new JsonText(config);
    Optional<Obj> servers = servers(text);
    Optional<JsonPart.Member> ours =
        servers
            .flatMap(all -> all.member(NAME))
            .filter(member -> member.part() instanceof Obj server && isOurs(server));
    if (ours.isEmpty()) {
      return config;
    }
    return servers.get().members().size() == 1
        ? text.remove(text.root().member(SERVERS).orElseThrow()).toString()
        : text.remove(ours.get()).toString();
  }

  private static Optional<Obj> servers(JsonText text) {
    if (text.root().isRepeated(SERVERS)) {
      throw new UnreadableSettings("it has \"mcpServers\" more than once");
    }
    Optional<JsonPart> servers = text.root().get(SERVERS);
    if (servers.isPresent() && !(servers.get() instanceof Obj)) {
      throw new UnreadableSettings("its \"mcpServers\" is not an object");
    }
    return servers.map(Obj.class::cast);
  }

  /** Whether it is of any distribution and any project. */
  private static boolean isOurs(Obj server) {
    return server.get("args").orElse(null) instanceof JsonPart.Arr args
        && !args.elements().isEmpty()
        && args.elements().getFirst().value().equals(JsonValue.of("mcp"));
  }

  private static JsonValue.Obj server(HookSetup setup) {
    return JsonValue.object(
        new JsonValue.Member("type", JsonValue.of("stdio")),
        new JsonValue.Member(
            "command", JsonValue.of(setup.command().resolveSibling("engine").toString())),
        new JsonValue.Member(
            "args",
            JsonValue.array(
                JsonValue.of("mcp"),
                JsonValue.of("--project"),
                JsonValue.of(setup.home().project().toString()))));
  }
}
