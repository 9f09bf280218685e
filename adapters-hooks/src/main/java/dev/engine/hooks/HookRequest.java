package dev.engine.hooks;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call of a hook as it is posted to a running engine, and as it lies in the spool.
 *
 * @param eventName the last part of the path
 * @param headers by their names in lower case
 * @param payload the body
 */
public record HookRequest(String eventName, Map<String, String> headers, String payload) {

  static final String EVENT_ID = "X-Engine-Event-Id";
  static final String CALLED_AT = "X-Engine-Called-At";

  /** Keeps a copy of {@code headers}, whatever the case of their names. */
  public HookRequest {
    Map<String, String> byKey = new HashMap<>();
    headers.forEach((name, value) -> byKey.put(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(byKey);
  }

  /**
   * The request that an HTTP server has received.
   *
   * @param header the value of a header by its name, whatever its case; null if there is none
   */
  public static HookRequest received(
      String eventName, byte[] payload, Function<String, @Nullable String> header) {
    Map<String, String> headers = new HashMap<>();
    Stream.concat(
            Stream.of(EVENT_ID, CALLED_AT),
            Arrays.stream(HookHeader.values()).map(HookHeader::header))
        .forEach(
            name -> {
              String value = header.apply(name);
              if (value != null) {
                headers.put(name, value);
              }
            });
    return new HookRequest(eventName, headers, new String(payload, StandardCharsets.UTF_8));
  }

  /**
   * The call that this asks to be handled. Where a client posts by itself it tells neither id nor
   * time.
   *
   * @param now when it counts as called if it does not say so
   * @param random draws its id if it brings none
   * @throws InvalidInput if it brings an id or a time that is none
   */
  HookCall call(Door door, Instant now, RandomGenerator random) {
    HookEventId id =
        header(EVENT_ID).map(HookEventId::new).orElseGet(() -> HookEventId.random(random));
    Instant at = header(CALLED_AT).map(HookRequest::time).orElse(now);
    return new HookCall(id, door, eventName, payload, HookEnvironment.of(headers), at);
  }

  /** The same call as text headers again. */
  static HookRequest of(HookCall call) {
    Map<String, String> headers = new HashMap<>(call.environment().headers());
    headers.put(EVENT_ID, call.id().value());
    headers.put(CALLED_AT, timeText(call.at()));
    return new HookRequest(call.eventName(), headers, call.payload());
  }

  private Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Seconds and six digits of microseconds, such as {@code 1767614400.000000}. */
  static String timeText(Instant time) {
    return "%d.%06d".formatted(time.getEpochSecond(), time.getNano() / 1_000);
  }

  /**
   * The time that {@link #timeText} made this from.
   *
   * @throws InvalidInput if it is none
   */
  public static Instant time(String text) {
    if (!text.matches("[0-9]{1,11}[.,][0-9]{6}")) {
      throw new InvalidInput("time of a call", "seconds with six decimals", text);
    }
    long micros = Long.parseLong(text.replaceAll("[.,]", ""));
    return Micros.time(micros);
  }
}
