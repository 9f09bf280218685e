package dev.engine.mcp;

/** What comes of one message of a client. */
public sealed interface McpReply {

  /**
   * It is answered.
   *
   * @param json one JSON-RPC response, in one line
   */
  record Answered(String json) implements McpReply {}

  /**
   * It is no message of the protocol.
   *
   * @param json one JSON-RPC error, in one line
   */
  record Refused(String json) implements McpReply {}

  /** It was taken, and nothing is to be said to it. */
  record Taken() implements McpReply {}
}
