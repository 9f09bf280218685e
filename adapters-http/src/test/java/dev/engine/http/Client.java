package dev.engine.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client that sends exactly what it is told, over one connection that it keeps: what a proper
 * client would not send is what matters here.
 */
final class Client implements AutoCloseable {

  /** Longer than any answer takes; a test that meets it has found a hang. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final InetSocketAddress address;
  private Socket socket;
  private InputStream in;

  Client(InetSocketAddress address) {
    this.address = address;
    connect();
  }

  /** An answer; names of headers are in lower case. */
  record Answer(int status, List<String> headers, String body) {

    Optional<String> header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ": ";
      return headers.stream()
          .filter(header -> header.startsWith(start))
          .map(header -> header.substring(start.length()))
          .findFirst();
    }
  }

  String authority() {
    return "127.0.0.1:" + address.getPort();
  }

  /** An authorised request without a body. */
  Answer send(String method, String path) {
    return send(method, path, null);
  }

  /** An authorised request with a body of JSON. */
  Answer send(String method, String path, @Nullable String json, String... headers) {
    List<String> all = new ArrayList<>(List.of("Authorization: Bearer " + House.TOKEN));
    all.addAll(List.of(headers));
    return sendAs(method, path, json, all.toArray(String[]::new));
  }

  /** A request of nobody in particular. */
  Answer sendAs(String method, String path, @Nullable String json, String... headers) {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(authority()).append("\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    byte[] body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
    if (json != null) {
      head.append("Content-Type: application/json\r\n");
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    return raw(head.append("\r\n").toString(), body, method.equals("HEAD"));
  }

  /** Sends {@code head}, which ends in an empty line, and what follows it. */
  Answer raw(String head, byte[] body) {
    return raw(head, body, head.startsWith("HEAD "));
  }

  /** Sends {@code bytes} and does not wait for anything. */
  void write(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (IOException cut) {
      throw new UncheckedIOException(cut);
    }
  }

  /**
   * Whether the other side closes the connection within a millisecond, which it may do any time.
   */
  boolean isCut() {
    try {
      socket.setSoTimeout(1);
      return in.read() < 0;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException cut) {
      return true;
    }
  }

  /** The next answer. */
  Answer read() {
    return read(false);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private Answer raw(String head, byte[] body, boolean noBody) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(body);
    write(bytes.toByteArray());
    return read(noBody);
  }

  private Answer read(boolean noBody) {
    try {
      int status = Integer.parseInt(line().split(" ", -1)[1]);
      List<String> headers = headers();
      Answer head = new Answer(status, headers, "");
      byte[] body = noBody ? new byte[0] : body(head);
      if (head.header("connection").filter("close"::equals).isPresent()) {
        close();
        connect();
      }
      return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    } catch (IOException cut) {
      throw new UncheckedIOException(cut);
    }
  }

  private List<String> headers() throws IOException {
    List<String> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.add(
          line.substring(0, colon).toLowerCase(Locale.ROOT)
              + ": "
              + line.substring(colon + 1).strip());
    }
    return List.copyOf(headers);
  }

  private byte[] body(Answer head) throws IOException {
    if (head.header("transfer-encoding").isPresent()) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int size = chunkSize(); size > 0; size = chunkSize()) {
        body.write(in.readNBytes(size));
        line();
      }
      line();
      return body.toByteArray();
    }
    return in.readNBytes(head.header("content-length").map(Integer::parseInt).orElse(0));
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection was closed after \"" + line + "\"");
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }

  private void connect() {
    try {
      socket = new Socket(address.getAddress(), address.getPort());
      socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
