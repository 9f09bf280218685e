package dev.engine.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.engine.domain.host.InMemoryWorkerLogs;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.services.CallerClaim;
import dev.engine.services.Engine;
import dev.engine.services.HomeState;
import dev.engine.services.contact.PhoneRegion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An agent before the door to an engine over fakes. */
final class Agent {

  static final Instant NOON = SessionExamples.NOON;
  static final JsonMapper MAPPER = new JsonMapper();

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  final InMemoryStorage storage = new InMemoryStorage();

  /** What workers have printed. */
  final InMemoryWorkerLogs logs = new InMemoryWorkerLogs();

  final Engine engine =
      new Engine(
          storage, () -> NOON, new SplittableRandom(1), PhoneRegion.NONE, HomeState.of(logs));

  /** The session that calls, unless a test says otherwise. */
  final Session session = SessionExamples.stored(storage.sessions(), "the-calling-session");

  /** How often a call has waited. */
  final AtomicInteger pauses = new AtomicInteger();

  final McpDoor door;
  private final Map<String, Schema> shapes = new HashMap<>();
  private final CallerClaim claim = new CallerClaim(null, session.claudeId(), null);

  Agent(Path project) {
    this.door =
        McpDoor.open(
            new McpBackend(
                engine,
                HomeFolder.of(project),
                storage.idempotentRequests(),
                () -> NOON,
                length -> pauses.getAndIncrement(),
                "0.0.0-test"));
  }

  /** What a tool returned. */
  record Result(JsonNode json) {

    boolean isError() {
      return json.path("isError").asBoolean();
    }

    String text() {
      return json.path("content").path(0).path("text").asString();
    }

    JsonNode structured() {
      return json.path("structuredContent");
    }
  }

  Result call(String tool, @Nullable Object arguments) {
    return call(tool, arguments, null, claim);
  }

  Result callAs(CallerClaim who, String tool, @Nullable Object arguments) {
    return call(tool, arguments, null, who);
  }

  Result callAgain(String toolUse, String tool, @Nullable Object arguments) {
    return call(tool, arguments, toolUse, claim);
  }

  private Result call(
      String tool, @Nullable Object arguments, @Nullable String toolUse, CallerClaim who) {
    Map<String, @Nullable Object> params = new LinkedHashMap<>();
    params.put("name", tool);
    params.put("arguments", arguments);
    if (toolUse != null) {
      params.put("_meta", Map.of("claudecode/toolUseId", toolUse));
    }
    JsonNode answer = ask("tools/call", params, who);
    assertThat(answer.has("error")).as("%s", answer).isFalse();
    Result result = new Result(answer.get("result"));
    if (!result.isError()) {
      assertThat(shapeOf(tool).validate(result.structured())).as(tool).isEmpty();
    }
    return result;
  }

  /** What {@code tool} says that its results look like. */
  private Schema shapeOf(String tool) {
    return shapes.computeIfAbsent(
        tool,
        name ->
            tools().stream()
                .filter(told -> told.get("name").asString().equals(name))
                .map(told -> SCHEMAS.getSchema(told.get("outputSchema")))
                .findFirst()
                .orElseThrow());
  }

  JsonNode ask(String method, Object params) {
    return ask(method, params, claim);
  }

  private JsonNode ask(String method, Object params, CallerClaim who) {
    String message =
        MAPPER.writeValueAsString(
            Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", params));
    return MAPPER.readTree(said(door.hear(message.getBytes(StandardCharsets.UTF_8), who)));
  }

  /** What is answered to {@code message}, whatever it is; empty if nothing is. */
  String hear(String message) {
    return said(door.hear(message.getBytes(StandardCharsets.UTF_8), claim));
  }

  /** The tools, as a client is told. */
  List<JsonNode> tools() {
    return ask("tools/list", Map.of()).path("result").path("tools").valueStream().toList();
  }

  static String said(McpReply reply) {
    return switch (reply) {
      case McpReply.Answered answered -> answered.json();
      case McpReply.Refused refused -> refused.json();
      case McpReply.Taken taken -> "";
    };
  }
}
