package dev.engine.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Payloads that the real Claude Code client sent to its hooks, recorded in November 2026. */
final class Recording {

  private Recording() {}

  /**
   * The payloads of a run in their order, one JSON object each.
   *
   * @param name such as {@code v2.1.330-compact-and-clear}
   */
  static List<String> lines(String name) {
    try (InputStream file = Recording.class.getResourceAsStream("demo/%s.jsonl".formatted(name))) {
      if (file == null) {
        throw new IllegalArgumentException("there is no recording " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
