package dev.engine.host.serving;

import dev.engine.domain.serving.Endpoint;
import dev.engine.domain.serving.ServingEngine;
import dev.engine.domain.session.ProcessIdentity;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a lock file: a word and its value on each line, for people as well as for us.
 *
 * <pre>
 * pid 4242
 * since 2026-01-05T12:00:00.120Z
 * endpoint 127.0.0.1 43117
 * </pre>
 */
final class HolderText {

  private static final String PID = "pid";
  private static final String SINCE = "since";
  private static final String ENDPOINT = "endpoint";

  private HolderText() {}

  static String write(ServingEngine engine) {
    StringBuilder text = new StringBuilder();
    line(text, PID, engine.process().pid());
    line(text, SINCE, engine.process().startedAt());
    Endpoint endpoint = engine.endpoint();
    line(text, ENDPOINT, endpoint == null ? null : endpoint.line());
    return text.toString();
  }

  /** Empty if {@code text} is not what {@link #write} writes, as while it is being written. */
  static Optional<ServingEngine> read(String text) {
    Map<String, String> lines = new HashMap<>();
    for (String line : text.lines().toList()) {
      int space = line.indexOf(' ');
      if (space > 0) {
        lines.put(line.substring(0, space), line.substring(space + 1));
      }
    }
    String pid = lines.getOrDefault(PID, "");
    if (!pid.matches("[1-9][0-9]{0,17}")) {
      return Optional.empty();
    }
    ProcessIdentity process = new ProcessIdentity(Long.parseLong(pid), instant(lines.get(SINCE)));
    Endpoint endpoint = Endpoint.read(lines.getOrDefault(ENDPOINT, "")).orElse(null);
    return Optional.of(new ServingEngine(process, endpoint));
  }

  private static void line(StringBuilder text, String word, @Nullable Object value) {
    if (value != null) {
      text.append(word).append(' ').append(value).append('\n');
    }
  }

  private static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException broken) {
      return null;
    }
  }
}
