package dev.engine.app;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests of the Model Context Protocol in one line each, and how to read their answers. */
final class McpMessages {

  private static final JsonMapper JSON = new JsonMapper();

  private McpMessages() {}

  static String request(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
        .formatted(method, params);
  }

  static String call(String tool, String arguments) {
    return request("tools/call", "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments));
  }

  /** A call of which the client says which use of a tool it is. */
  static String call(String tool, String arguments, String toolUse) {
    return request(
        "tools/call",
        "{\"name\":\"%s\",\"arguments\":%s,\"_meta\":{\"claudecode/toolUseId\":\"%s\"}}"
            .formatted(tool, arguments, toolUse));
  }

  /** The result that {@code answer} carries. */
  static JsonNode result(String answer) {
    JsonNode result = JSON.readTree(answer).path("result");
    if (!result.isObject()) {
      throw new AssertionError("no result: " + answer);
    }
    return result;
  }

  /** The tools that the answer to {@code tools/list} tells of. */
  static List<JsonNode> tools(String answer) {
    return result(answer).path("tools").valueStream().toList();
  }
}
