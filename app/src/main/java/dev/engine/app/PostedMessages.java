package dev.engine.app;

import dev.engine.http.McpListener;
import dev.engine.mcp.McpDoor;
import dev.engine.mcp.McpReply;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hands what agents post to the running engine to their door. */
final class PostedMessages implements McpListener {

  private static final String VERSION = "MCP-Protocol-Version";

  private final McpDoor door;

  PostedMessages(McpDoor door) {
    this.door = door;
  }

  @Override
  public Answer hear(byte[] message, Function<String, @Nullable String> headers) {
    String version = headers.apply(VERSION);
    McpReply reply =
        version == null || McpDoor.speaks(version)
            ? door.hear(
                message, Claims.of(headers.apply(Claims.SESSION), headers.apply(Claims.WORKER)))
            : door.refuse(message, "this server speaks %s only".formatted(McpDoor.versions()));
    return switch (reply) {
      case McpReply.Answered answered -> new Answer.Said(answered.json());
      case McpReply.Refused refused -> new Answer.Refused(refused.json());
      case McpReply.Taken taken -> new Answer.Taken();
    };
  }
}
