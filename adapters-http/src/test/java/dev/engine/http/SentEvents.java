package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A reader of a stream of events, which has begun when this is made. */
final class SentEvents implements AutoCloseable {

  private final Socket socket;
  private final BufferedReader lines;

  SentEvents(House house, String path, String... headers) throws IOException {
    socket = new Socket(house.door.address().getAddress(), house.port());
    socket.setSoTimeout(20_000);
    String head =
        "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nAccept: text/event-stream\r\n"
            .formatted(path, house.port(), House.TOKEN);
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    socket.getOutputStream().write((head + more + "\r\n").getBytes(StandardCharsets.UTF_8));
    lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    assertThat(lines.readLine()).startsWith("HTTP/1.1 200");
    while (!lines.readLine().isEmpty()) {
      // the headers
    }
    assertThat(event()).isEqualTo("retry: 1000\n");
  }

  /** The lines of the next event. */
  String event() throws IOException {
    StringBuilder event = new StringBuilder();
    String line = lines.readLine();
    while (!line.isEmpty() || event.isEmpty()) {
      if (isOfEvent(line)) {
        event.append(line).append('\n');
      }
      line = lines.readLine();
    }
    return event.toString();
  }

  /** Returns when the answer has ended; the connection goes on. */
  void awaitEnd() throws IOException {
    String line = lines.readLine();
    while (!line.equals("0")) {
      line = lines.readLine();
    }
  }

  String rest() throws IOException {
    StringBuilder rest = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      rest.append(line).append('\n');
    }
    return rest.toString();
  }

  /** Between the events stand the sizes of chunks. */
  private boolean isOfEvent(String line) {
    return line.matches("(id|data|event|retry): .*");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
