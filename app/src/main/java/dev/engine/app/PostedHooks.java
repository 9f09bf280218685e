package dev.engine.app;

import dev.engine.hooks.EngineDoor;
import dev.engine.hooks.HookAnswer;
import dev.engine.hooks.HookRequest;
import dev.engine.http.HookListener;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hands what hooks post to the running engine to where every hook's event goes. */
final class PostedHooks implements HookListener {

  private final EngineDoor door;

  PostedHooks(EngineDoor door) {
    this.door = door;
  }

  @Override
  public Answer hear(String event, byte[] payload, Function<String, @Nullable String> headers) {
    HookAnswer answer = door.handle(HookRequest.received(event, payload, headers));
    return new Answer(orNull(answer.stdout()), orNull(answer.stderr()));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
