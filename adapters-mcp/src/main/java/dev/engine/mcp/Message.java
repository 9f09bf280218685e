package dev.engine.mcp;

import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One message of a client, as far as the protocol's envelope goes. */
sealed interface Message {

  /** It wants an answer. */
  record Request(Object id, String method, @Nullable Object params) implements Message {}

  /** It wants none: a notification, or the answer to what this server never asks. */
  record Remark() implements Message {}

  /**
   * It is none.
   *
   * @param code of JSON-RPC
   */
  record Nonsense(@Nullable Object id, int code, String sentence) implements Message {}

  /** What {@code json} is, as a JSON parser makes it. */
  static Message of(@Nullable Object json) {
    if (!(json instanceof Map<?, ?> fields)) {
      return new Nonsense(
          null, ErrorCodes.INVALID_REQUEST, "a message must be one JSON object: batches are gone");
    }
    Object id = fields.get("id");
    boolean isId = id instanceof String || id instanceof Integer || id instanceof Long;
    if (!"2.0".equals(fields.get("jsonrpc"))) {
      return new Nonsense(isId ? id : null, ErrorCodes.INVALID_REQUEST, "jsonrpc must be \"2.0\"");
    }
    if (fields.get("method") instanceof String method) {
      if (!fields.containsKey("id")) {
        return new Remark();
      }
      return isId && id != null
          ? new Request(id, method, fields.get("params"))
          : new Nonsense(null, ErrorCodes.INVALID_REQUEST, "id must be a text or a whole number");
    }
    boolean isAnswer = fields.containsKey("result") || fields.containsKey("error");
    return isAnswer && isId
        ? new Remark()
        : new Nonsense(isId ? id : null, ErrorCodes.INVALID_REQUEST, "method must be a text");
  }
}
