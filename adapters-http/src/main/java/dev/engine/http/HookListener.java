package dev.engine.http;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the events that Claude Code's hooks bring to {@code POST /hooks/{event}}. */
public interface HookListener {

  /**
   * Handles one event. What is wrong with the event itself is the hook's own affair and told in the
   * answer.
   *
   * @param event the event's name, such as {@code SessionStart}; any text may come
   * @param payload as the client wrote it, at most 1 MiB
   * @param headers the value of a header of the request by its name; null if it has none
   * @throws StorageUnavailable if the event could not be stored now: the hook then keeps it
   */
  Answer hear(String event, byte[] payload, Function<String, @Nullable String> headers);

  /**
   * What a hook is answered.
   *
   * @param json one JSON object for Claude Code; null for nothing
   * @param trouble one line for standard error; null if all is well
   */
  record Answer(@Nullable String json, @Nullable String trouble) {}
}
