package dev.engine.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An engine as a hook sees one: it listens where the home says so, takes one request from each
 * connection, and answers as it is told to.
 */
final class FakeEngine implements AutoCloseable {

  static final String TOKEN = "4f1c-a.token_that~nobody+guesses/==";

  /** A request as it came: its head, and its body byte for byte. */
  record Request(String head, String body) {

    String line() {
      return head.lines().findFirst().orElseThrow();
    }

    /** The value of a header; empty if there is none. */
    String header(String name) {
      return head.lines()
          .filter(line -> line.startsWith(name + ": "))
          .map(line -> line.substring(name.length() + 2))
          .findFirst()
          .orElse("");
    }
  }

  /** What it does with a connection after it has read the request. */
  interface Manner {

    void answer(Request request, Socket connection) throws IOException;
  }

  private final ServerSocket listener;
  private final Path endpoint;
  private final Manner manner;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  private FakeEngine(ServerSocket listener, Path endpoint, Manner manner) {
    this.listener = listener;
    this.endpoint = endpoint;
    this.manner = manner;
  }

  /** Serves the home of {@code project} until it is closed. */
  static FakeEngine serve(Path project, Manner manner) throws IOException {
    FakeEngine engine = bound(project, manner);
    Thread.ofVirtual().start(engine::acceptAll);
    return engine;
  }

  /** Listens for the home of {@code project} and never takes a connection. */
  static FakeEngine hang(Path project) throws IOException {
    return bound(
        project,
        (request, connection) -> {
          throw new IllegalStateException("takes no connection");
        });
  }

  /** Answers with {@code text} to the letter, and closes. */
  static Manner says(String text) {
    return (request, connection) -> {
      try (connection) {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  /** Reads the request and never answers. */
  static Manner saysNothing() {
    return (request, connection) -> {};
  }

  /** What came, in its order. */
  List<Request> requests() {
    return requests;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(endpoint);
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private static FakeEngine bound(Path project, Manner manner) throws IOException {
    ServerSocket listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Path run = project.resolve(".engine").resolve("run");
    Files.writeString(run.resolve("token"), TOKEN + "\n");
    Path endpoint = run.resolve("endpoint");
    Files.writeString(endpoint, "127.0.0.1 %d\n".formatted(listener.getLocalPort()));
    return new FakeEngine(listener, endpoint, manner);
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket connection = listener.accept();
        open.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException closed) {
      // as it is when the test is done
    }
  }

  private void serve(Socket connection) {
    try {
      Request request = read(connection.getInputStream());
      requests.add(request);
      manner.answer(request, connection);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Request read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    Request bare = new Request(head.toString(), "");
    byte[] body = in.readNBytes(Integer.parseInt(bare.header("Content-Length")));
    return new Request(bare.head(), new String(body, StandardCharsets.UTF_8));
  }
}
