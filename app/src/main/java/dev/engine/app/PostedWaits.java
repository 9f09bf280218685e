package dev.engine.app;

import dev.engine.hooks.HookRequest;
import dev.engine.hooks.WaitLine;
import dev.engine.hooks.WaitingHooks;
import dev.engine.http.WaitListener;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Seats the hooks that come to the running engine to wait. */
final class PostedWaits implements WaitListener {

  private final WaitingHooks hooks;

  PostedWaits(WaitingHooks hooks) {
    this.hooks = hooks;
  }

  @Override
  public void await(byte[] payload, Function<String, @Nullable String> headers, Line line)
      throws InterruptedException {
    hooks.await(HookRequest.received("Stop", payload, headers), new HttpLine(line));
  }

  private record HttpLine(Line line) implements WaitLine {

    @Override
    public void stillHere() throws IOException {
      line.stillHere();
    }

    @Override
    public void dismiss() throws IOException {
      line.dismiss();
    }

    @Override
    public void wake(String text) throws IOException {
      line.wake(text);
    }
  }
}
