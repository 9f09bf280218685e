package dev.engine.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the messages that agents bring to {@code POST /mcp}. */
public interface McpListener {

  /**
   * Takes one message.
   *
   * @param message as the client wrote it, at most 1 MiB; anything may come
   * @param headers the value of a header of the request by its name; null if it has none
   */
  Answer hear(byte[] message, Function<String, @Nullable String> headers);

  /** What a client is answered. */
  sealed interface Answer {

    /**
     * The answer of the protocol.
     *
     * @param json one JSON object
     */
    record Said(String json) implements Answer {}

    /**
     * It is no message of the protocol, or of a version that is not spoken here.
     *
     * @param json the protocol's error, one JSON object
     */
    record Refused(String json) implements Answer {}

    /** Taken; there is nothing to say. */
    record Taken() implements Answer {}
  }
}
