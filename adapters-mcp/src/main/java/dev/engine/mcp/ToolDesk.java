package dev.engine.mcp;

import dev.engine.domain.error.EngineException;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.host.Pauses;
import dev.engine.domain.request.Fingerprint;
import dev.engine.domain.request.IdempotentRequests;
import dev.engine.domain.request.Once;
import dev.engine.domain.request.Reply;
import dev.engine.domain.request.RequestKey;
import dev.engine.domain.text.NeutralText;
import dev.engine.domain.toolcall.ToolUseId;
import dev.engine.mcp.tool.Answer;
import dev.engine.mcp.tool.Calling;
import dev.engine.mcp.tool.Effect;
import dev.engine.mcp.tool.Refusal;
import dev.engine.mcp.tool.Refusal.Reason;
import dev.engine.mcp.tool.Tool;
import dev.engine.mcp.tool.Tools;
import dev.engine.services.CallerClaim;
import dev.engine.services.Engine;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries calls of tools out. Whatever is wrong with one is told in its result, in a sentence that
 * a model can act on: the one place where a failure becomes an answer.
 */
final class ToolDesk {

  private static final Logger LOG = LoggerFactory.getLogger(ToolDesk.class);

  private static final int MAX_TEXT = 20_000;

  static final String BUG =
      "ENG-9999 something went wrong that nobody expected; the engine's log says what";

  private final Tools tools;
  private final Engine engine;
  private final IdempotentRequests requests;
  private final InstantSource clock;
  private final Pauses pauses;

  ToolDesk(McpBackend backend, Tools tools) {
    this.tools = tools;
    this.engine = backend.engine();
    this.requests = backend.requests();
    this.clock = backend.clock();
    this.pauses = backend.pauses();
  }

  /**
   * Carries one call out.
   *
   * @param params of {@code tools/call}, as a JSON parser makes them
   */
  CallToolResult call(@Nullable Object params, CallerClaim claim) {
    try {
      return answered(ToolRequest.of(params), claim);
    } catch (EngineException failure) {
      return failed(failure.code() + " " + failure.getMessage());
    } catch (Refusal refusal) {
      return failed(refusal.reason().code() + " " + refusal.getMessage());
    } catch (RuntimeException bug) {
      LOG.error("a tool has failed", bug);
      return failed(BUG);
    }
  }

  private CallToolResult answered(ToolRequest request, CallerClaim claim) {
    Tool<?> tool = tools.named(request.name());
    ToolUseId use = request.use();
    CallerClaim known = use == null ? claim : claim.of(use);
    Calling calling = new Calling(() -> engine.callers(pauses).of(known));
    Supplier<Answer<?>> act = tool.prepared(request.arguments(), calling);
    return use != null && tool.effect() == Effect.ADDS
        ? once(use, request, act)
        : result(stored(act.get()));
  }

  /** A client that asks again, because it was not answered, must not add twice. */
  private CallToolResult once(ToolUseId use, ToolRequest request, Supplier<Answer<?>> act) {
    RequestKey key = new RequestKey(use.value());
    byte[] arguments = Json.write(request.arguments()).getBytes(StandardCharsets.UTF_8);
    Fingerprint fingerprint = Fingerprint.of("tools/call", request.name(), arguments);
    Supplier<Reply> reply = () -> new Reply(200, null, null, Json.write(stored(act.get())));
    return switch (requests.once(key, fingerprint, clock.instant(), reply)) {
      case Once.Done done -> result(Json.fields(done.reply().body()));
      case Once.DoneBefore before -> result(Json.fields(before.reply().body()));
      case Once.OtherRequest other ->
          throw new Refusal(
              Reason.OTHER_CALL, "tool use %s was another call; nothing was done".formatted(use));
    };
  }

  private static Map<String, Object> stored(Answer<?> answer) {
    return Map.of("structured", Json.fields(answer.structured()), "text", answer.text());
  }

  private static CallToolResult result(Map<String, Object> stored) {
    return CallToolResult.builder()
        .structuredContent(stored.get("structured"))
        .addTextContent(NeutralText.of(String.valueOf(stored.get("text")), MAX_TEXT).value())
        .isError(false)
        .build();
  }

  private static CallToolResult failed(String sentence) {
    return CallToolResult.builder()
        .addTextContent(NeutralText.of(sentence, MAX_TEXT).value())
        .isError(true)
        .build();
  }

  /**
   * What is asked for.
   *
   * @param use what the client calls this call; null if it does not say
   */
  private record ToolRequest(String name, Object arguments, @Nullable ToolUseId use) {

    private static final String USE = "claudecode/toolUseId";

    static ToolRequest of(@Nullable Object params) {
      if (!(params instanceof Map<?, ?> fields)) {
        throw new InvalidInput("params", "an object with name and arguments", "something else");
      }
      if (!(fields.get("name") instanceof String name)) {
        throw new InvalidInput("name", "the name of a tool", String.valueOf(fields.get("name")));
      }
      Object arguments = fields.get("arguments");
      return new ToolRequest(
          name, arguments == null ? Map.of() : arguments, use(fields.get("_meta")));
    }

    private static @Nullable ToolUseId use(@Nullable Object meta) {
      return meta instanceof Map<?, ?> fields
              && fields.get(USE) instanceof String id
              && ToolUseId.isShapeOf(id)
          ? new ToolUseId(id)
          : null;
    }
  }
}
