package dev.engine.http;

import dev.engine.http.api.Bodies;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code POST /mcp}: the Model Context Protocol over streamable HTTP, without sessions and streams:
 * each message is answered by itself.
 */
final class McpRoutes {

  private final McpListener listener;
  private final Bodies bodies;

  McpRoutes(McpListener listener, Bodies bodies) {
    this.listener = listener;
    this.bodies = bodies;
  }

  List<Operation> operations() {
    return List.of(
        Operation.post("/mcp", "hearMessage", "Takes one message of the Model Context Protocol.")
            .orAnswers(202, null, "Taken; nothing to say.")
            .orAnswers(400, "application/json", "It is no message of the protocol.")
            .writesOfAnyJson("application/json", this::hear));
  }

  private void hear(Call call) {
    Context http = call.http();
    switch (listener.hear(bodies.read(http.req()), http::header)) {
      case McpListener.Answer.Said said -> answer(http, said.json());
      case McpListener.Answer.Refused refused -> {
        http.status(HttpStatus.BAD_REQUEST);
        answer(http, refused.json());
      }
      case McpListener.Answer.Taken taken ->
          http.status(HttpStatus.ACCEPTED).res().setContentType(null);
    }
  }

  /** With its length: a bridge that reads it takes no answer whose end it cannot know. */
  private static void answer(Context http, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    http.res().setContentLength(bytes.length);
    http.result(bytes);
  }
}
