package dev.engine.mcp;

import dev.engine.services.CallerClaim;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The protocol over a pair of pipes, one message after another. Each line has a message, and for
 * each there comes a line: with the answer, or empty if none is owed. So whoever passes messages on
 * knows when one is done without reading it.
 */
public final class StdioServer {

  /** As much as the HTTP door takes. */
  private static final int MAX_LINE_BYTES = 1 << 20;

  private final McpDoor door;
  private final CallerClaim claim;

  /**
   * A server for one client.
   *
   * @param claim what the environment says of it
   */
  public StdioServer(McpDoor door, CallerClaim claim) {
    this.door = door;
    this.claim = claim;
  }

  /**
   * Answers until {@code in} ends.
   *
   * @param turns is told of each message
   * @throws IOException if {@code in} cannot be read, or nobody reads {@code out} any more
   */
  public void serve(InputStream in, OutputStream out, Turns turns) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        answer(line, out, turns);
        line.reset();
      } else if (line.size() <= MAX_LINE_BYTES) {
        line.write(next);
      }
    }
    answer(line, out, turns); // a last message may have no end of line
  }

  private void answer(ByteArrayOutputStream line, OutputStream out, Turns turns)
      throws IOException {
    if (line.toString(StandardCharsets.UTF_8).isBlank()) {
      return;
    }
    turns.begin();
    try {
      send(answer(line), out);
    } finally {
      turns.end();
    }
  }

  private String answer(ByteArrayOutputStream line) {
    McpReply reply =
        line.size() > MAX_LINE_BYTES
            ? door.refuse(new byte[0], "a message has at most 1 MiB")
            : door.hear(line.toByteArray(), claim);
    return switch (reply) {
      case McpReply.Answered answered -> answered.json();
      case McpReply.Refused refused -> refused.json();
      case McpReply.Taken taken -> "";
    };
  }

  /** Somebody who must know when a message is in hand. */
  public interface Turns {

    /** Of nobody. */
    Turns UNWATCHED =
        new Turns() {
          @Override
          public void begin() {}

          @Override
          public void end() {}
        };

    /** One has come. */
    void begin();

    /** It is answered. */
    void end();
  }

  private static void send(String json, OutputStream out) throws IOException {
    out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
