package dev.engine.http;

import dev.engine.http.api.Bodies;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code POST /waits}: where {@code engine-hook --wait} stays while its session does nothing.
 *
 * <p>The answer comes in lines, as things happen: an empty one says that the engine is still there;
 * {@code wake} and a number say that the session is to be woken with as many bytes of text, which
 * follow; {@code done} says that there is nothing more to wait for. An answer that ends without one
 * of these is that of an engine that has ended.
 */
final class WaitRoutes {

  /** Those who wait here wait for hours, and take none of the turns of other requests. */
  static final String PATH = "/waits";

  private final WaitListener listener;
  private final Bodies bodies;

  WaitRoutes(WaitListener listener, Bodies bodies) {
    this.listener = listener;
    this.bodies = bodies;
  }

  List<Operation> operations() {
    return List.of(
        Operation.post(
                PATH,
                "awaitNotice",
                "Waits beside the session of a Claude Code hook until a notice is to wake it.")
            .writesOfAnyJson("text/plain; charset=utf-8", this::await));
  }

  private void await(Call call) {
    Context http = call.http();
    byte[] payload = bodies.read(http.req());
    try {
      listener.await(payload, http::header, new Answer(http.res().getOutputStream()));
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    } catch (IOException gone) {
      // Nobody is there to be told.
    }
  }

  private record Answer(OutputStream out) implements WaitListener.Line {

    @Override
    public void stillHere() throws IOException {
      send("\n");
    }

    @Override
    public void dismiss() throws IOException {
      send("done\n");
    }

    @Override
    public void wake(String text) throws IOException {
      int length = text.getBytes(StandardCharsets.UTF_8).length;
      send("wake %d\n%s".formatted(length, text));
    }

    private void send(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }
}
