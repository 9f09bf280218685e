package dev.engine.hooks;

import dev.engine.domain.session.SessionExamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One run of the real client, event by event, as it was recorded. */
final class RecordedStream {

  private RecordedStream() {}

  /** The calls of a stream such as {@code v2.1.330-compact-and-clear}, one second apart. */
  static List<HookCall> calls(String stream) {
    List<HookCall> calls = new ArrayList<>();
    Instant at = SessionExamples.NOON;
    for (Path file : files(resource("streams/" + stream))) {
      calls.add(HookCallExamples.call(calls.size(), read(file), environment(file), at));
      at = at.plusSeconds(1);
    }
    return calls;
  }

  /** A single payload, such as {@code v2.1.330/Stop.json}. */
  static String payload(String file) {
    return read(resource(file));
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The environment was recorded for 2.1.330 only; older clients told next to nothing in it. */
  private static Map<String, String> environment(Path json) {
    Path recorded = Path.of(json.toString().replaceAll("json$", "env"));
    Map<String, String> variables = new HashMap<>();
    if (Files.exists(recorded)) {
      read(recorded)
          .lines()
          .map(line -> line.split("=", 2))
          .forEach(variable -> variables.put(variable[0], variable[1]));
    }
    return variables;
  }

  private static Path resource(String name) {
    try {
      return Path.of(RecordedStream.class.getResource("/claude-code-events/" + name).toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
