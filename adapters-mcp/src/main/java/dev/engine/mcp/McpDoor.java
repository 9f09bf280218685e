package dev.engine.mcp;

import dev.engine.mcp.tool.Tools;
import dev.engine.services.CallerClaim;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door for agents: takes messages of the Model Context Protocol, whichever way they come, and
 * answers each by itself. Nothing is kept between two messages but what the store keeps.
 *
 * <p>Safe for several threads.
 */
public final class McpDoor {

  private static final Logger LOG = LoggerFactory.getLogger(McpDoor.class);

  /** By which a client finds out whether a server is of a later revision; here none is. */
  private static final String PROBE = "server/discover";

  private static final Message NOTHING = new Message.Remark();

  private static final int MAX_SENTENCE = 300;

  private final ToolDesk desk;
  private final ProtocolServer server;

  private McpDoor(ToolDesk desk, ProtocolServer server) {
    this.desk = desk;
    this.server = server;
  }

  /** The door to one engine. */
  public static McpDoor open(McpBackend backend) {
    Tools tools = Tools.of(backend.engine(), backend.home());
    return new McpDoor(new ToolDesk(backend, tools), ProtocolServer.of(backend, tools));
  }

  /** Whether {@code version} of the protocol, such as {@code 2025-11-25}, is spoken here. */
  public static boolean speaks(String version) {
    return ProtocolServer.VERSIONS.contains(version);
  }

  /** The versions that are, in words. */
  public static String versions() {
    return String.join(" and ", ProtocolServer.VERSIONS);
  }

  /**
   * Takes one message.
   *
   * @param message one JSON value in UTF-8; anything may come
   * @param claim what is said of who sends it
   */
  public McpReply hear(byte[] message, CallerClaim claim) {
    Optional<Json.Parsed> json = Json.read(message);
    if (json.isEmpty()) {
      return refused(null, ErrorCodes.PARSE_ERROR, "a message must be JSON in UTF-8");
    }
    return switch (Message.of(json.get().value())) {
      case Message.Remark remark -> new McpReply.Taken();
      case Message.Nonsense nonsense ->
          refused(nonsense.id(), nonsense.code(), nonsense.sentence());
      case Message.Request request -> answered(plain(request, response(request, claim)));
    };
  }

  /**
   * Refuses a message whatever is in it, with the id that it has.
   *
   * @param sentence what is wrong with the way it came
   */
  public McpReply refuse(byte[] message, String sentence) {
    Message read = Json.read(message).map(json -> Message.of(json.value())).orElse(NOTHING);
    Object id = read instanceof Message.Request request ? request.id() : null;
    boolean isProbe = read instanceof Message.Request request && request.method().equals(PROBE);
    int code = isProbe ? ErrorCodes.METHOD_NOT_FOUND : ErrorCodes.INVALID_REQUEST;
    return refused(id, code, sentence);
  }

  private JSONRPCResponse response(Message.Request request, CallerClaim claim) {
    if (request.method().equals(McpSchema.METHOD_TOOLS_CALL)) {
      return JSONRPCResponse.result(request.id(), desk.call(request.params(), claim));
    }
    try {
      return server.answer(
          new JSONRPCRequest(request.method(), request.id(), request.params()),
          McpTransportContext.EMPTY);
    } catch (RuntimeException unread) {
      LOG.debug("a request is not understood", unread);
      return notUnderstood(request);
    }
  }

  /**
   * What the SDK adds to an error may be a stack. That it failed inside is its way to say that it
   * could not read the params: what fails on our side has our code.
   */
  private static JSONRPCResponse plain(Message.Request request, JSONRPCResponse response) {
    JSONRPCError error = response.error();
    if (error == null) {
      return response;
    }
    if (error.code() == ErrorCodes.INTERNAL_ERROR && !error.message().startsWith("ENG-")) {
      return notUnderstood(request);
    }
    String line = error.message().lines().findFirst().orElse("");
    String sentence = line.length() > MAX_SENTENCE ? line.substring(0, MAX_SENTENCE) : line;
    return JSONRPCResponse.error(response.id(), new JSONRPCError(error.code(), sentence));
  }

  private static JSONRPCResponse notUnderstood(Message.Request request) {
    String sentence = "params are not those of " + request.method();
    return JSONRPCResponse.error(
        request.id(), new JSONRPCError(ErrorCodes.INVALID_PARAMS, sentence));
  }

  private static McpReply answered(JSONRPCResponse response) {
    return new McpReply.Answered(Json.write(response));
  }

  private static McpReply refused(@Nullable Object id, int code, String sentence) {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("jsonrpc", "2.0");
    error.put("id", id); // null where it is not known, and then not left out
    error.put("error", new JSONRPCError(code, sentence));
    return new McpReply.Refused(Json.write(error));
  }
}
