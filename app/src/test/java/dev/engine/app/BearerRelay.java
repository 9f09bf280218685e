package dev.engine.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Passes what clients ask on to the engine of a project, byte by byte but for two things: the
 * engine's token, which not every client can be told to bring, and the relay's own address, in the
 * place of which stands the engine's. Any other {@code Host} and {@code Origin} comes before the
 * engine's guard as it was sent.
 */
final class BearerRelay implements AutoCloseable {

  private static final String END = "\r\n\r\n";

  private final ServerSocket socket;
  private final URI engine;
  private final String bearer;

  private BearerRelay(ServerSocket socket, URI engine, String bearer) {
    this.socket = socket;
    this.engine = engine;
    this.bearer = bearer;
  }

  /** A relay to the engine of {@code project}, on a free port of this machine. */
  static BearerRelay to(Path project) throws IOException {
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    BearerRelay relay =
        new BearerRelay(socket, ServingProcess.address(project), ServingProcess.bearer(project));
    Thread.startVirtualThread(relay::serve);
    return relay;
  }

  /** Where clients find it. */
  URI address() {
    return URI.create("http://127.0.0.1:%d/".formatted(socket.getLocalPort()));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.startVirtualThread(() -> relay(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  /** One connection carries one request, so that no other head has to be looked for in it. */
  private void relay(Socket client) {
    try (client;
        Socket server = new Socket(engine.getHost(), engine.getPort())) {
      server.getOutputStream().write(head(client.getInputStream()));
      Thread.startVirtualThread(() -> pass(client, server));
      server.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException gone) {
      // One of the two has left; the other one sees it by itself.
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      OutputStream out = to.getOutputStream();
      from.getInputStream().transferTo(out);
    } catch (IOException over) {
      // The answer was whole before the client has closed.
    }
  }

  private byte[] head(InputStream in) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    while (!read.toString(StandardCharsets.ISO_8859_1).endsWith(END)) {
      int next = in.read();
      if (next < 0) {
        throw new UncheckedIOException(new IOException("the head of a request has no end"));
      }
      read.write(next);
    }
    String head =
        read.toString(StandardCharsets.ISO_8859_1)
            .replace(address().getAuthority(), engine.getAuthority())
            .replaceAll("(?mi)^Connection:.*\r\n", "");
    String more = "\r\nConnection: close\r\nAuthorization: " + bearer + END;
    return head.substring(0, head.length() - END.length())
        .concat(more)
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
