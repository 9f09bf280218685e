package dev.engine.host.serving;

import dev.engine.domain.serving.AccessToken;
import dev.engine.domain.serving.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One request to an engine on this machine. HTTP/1.0, so that an answer comes in one piece and ends
 * with its connection.
 *
 * @param path absolute, with the query
 */
record LoopbackRequest(String method, String path, AccessToken token) {

  /** Far more than any answer that is asked for here. */
  private static final int MAX_ANSWER_BYTES = 1 << 20;

  static LoopbackRequest get(String path, AccessToken token) {
    return new LoopbackRequest("GET", path, token);
  }

  static LoopbackRequest post(String path, AccessToken token) {
    return new LoopbackRequest("POST", path, token);
  }

  /**
   * What the engine said.
   *
   * @param status 100..599
   */
  record Answer(int status, String body) {

    /**
     * Takes an answer apart.
     *
     * @throws IOException if it is not one of HTTP
     */
    static Answer read(String text) throws IOException {
      int headEnd = text.indexOf("\r\n\r\n");
      if (headEnd < 0 || !text.matches("(?s)HTTP/1\\.[01] [1-5][0-9]{2}[ \r].*")) {
        throw new IOException("not an answer of HTTP");
      }
      int space = text.indexOf(' ');
      int status = Integer.parseInt(text.substring(space + 1, space + 4));
      return new Answer(status, text.substring(headEnd + 4));
    }
  }

  /**
   * Sends it and takes the answer.
   *
   * @param limit for the connection and for each wait after it
   * @throws IOException if nobody listens, or what answers is no HTTP server
   */
  Answer send(Endpoint endpoint, Duration limit) throws IOException {
    try (Socket socket = new Socket()) {
      int millis = Math.toIntExact(limit.toMillis());
      socket.setSoTimeout(millis);
      InetAddress address = InetAddress.ofLiteral(endpoint.host());
      socket.connect(new InetSocketAddress(address, endpoint.port()), millis);
      socket.getOutputStream().write(head(endpoint).getBytes(StandardCharsets.US_ASCII));
      InputStream answer = socket.getInputStream();
      return Answer.read(new String(answer.readNBytes(MAX_ANSWER_BYTES), StandardCharsets.UTF_8));
    }
  }

  private String head(Endpoint endpoint) {
    return String.join(
        "\r\n",
        method + " " + path + " HTTP/1.0",
        "Host: " + endpoint,
        "Authorization: Bearer " + token.value(),
        "Content-Length: 0",
        "Connection: close",
        "\r\n");
  }
}
