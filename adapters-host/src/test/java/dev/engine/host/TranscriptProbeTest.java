package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.context.ContextFill;
import dev.engine.domain.context.ContextReading;
import dev.engine.domain.context.ContextSource;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TranscriptProbeTest {

  private static final String PROMPT =
      "{\"type\":\"user\",\"message\":{\"role\":\"user\",\"content\":\"Say \\\"usage\\\".\"}}";

  @TempDir private Path folder;

  @Test
  void theLastAnswerTellsItsTokens() throws IOException {
    write(answer(1_000, "12:00:00"), PROMPT, answer(120_000, "12:00:05.678"), PROMPT);

    assertThat(read())
        .contains(
            new ContextReading(
                ContextFill.ofTokens(120_107),
                Instant.parse("2026-01-05T12:00:05.678Z"),
                ContextSource.TRANSCRIPT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"assistant\",\"isSidechain\":true,\"message\":{\"usage\":{\"input_tokens\":9}}}",
        "{\"type\":\"assistant\",\"message\":{\"model\":\"<synthetic>\",\"usage\":{\"input_tokens\":9}}}",
        "{\"type\":\"assistant\",\"message\":{\"usage\":{\"input_tokens\":0}}}",
        "{\"type\":\"assistant\",\"message\":{\"usage\":{\"input_tokens\":1e99}}}",
        "{\"type\":\"assistant\",\"timestamp\":\"noon\",\"message\":{\"usage\":{\"input_tokens\":9}}}",
        "{\"type\":\"assistant\",\"message\":{\"usage\":{\"input_tokens\":9}}}",
        "{\"type\":\"assistant\",\"message\":{\"usage\":[]}}",
        "{\"type\":\"user\",\"message\":{\"usage\":{\"input_tokens\":9}}}",
        "{\"type\":\"assistant\",\"message\":{\"usage\":{\"input_tok"
      })
  void whatIsNoAnswerOfTheSessionsModelIsPassedOver(String line) throws IOException {
    write(answer(1_000, "12:00:00"), line);

    assertThat(read()).map(reading -> reading.fill().tokens()).contains(1_107L);
  }

  @Test
  void onlyTheEndOfALongTranscriptIsRead() throws IOException {
    String long1 = PROMPT.replace("Say", "x".repeat(300_000));
    write(long1, answer(2_000, "12:00:00"), PROMPT);
    Optional<ContextReading> near = read();
    write(answer(2_000, "12:00:00"), long1);

    Optional<ContextReading> far = read();

    assertThat(near).map(reading -> reading.fill().tokens()).contains(2_107L);
    assertThat(far).isEmpty();
  }

  @Test
  void aSessionWithoutATranscriptTellsNothing() throws IOException {
    assertThat(read()).isEmpty();
    assertThat(new TranscriptProbe().read(session(null))).isEmpty();
    assertThat(new TranscriptProbe().read(session(folder.toString()))).isEmpty();
    assertThat(new TranscriptProbe().read(session("\0"))).isEmpty();
  }

  private Optional<ContextReading> read() {
    return new TranscriptProbe().read(session(file().toString()));
  }

  private void write(String... lines) throws IOException {
    Files.writeString(file(), String.join("\n", lines) + "\n");
  }

  private Path file() {
    return folder.resolve("transcript.jsonl");
  }

  private static String answer(int cached, String time) {
    return "{\"type\":\"assistant\",\"isSidechain\":false,\"message\":{\"model\":\"claude-opus-5\","
        + "\"content\":[{\"type\":\"text\",\"text\":\"Done.\"}],\"usage\":{\"input_tokens\":7,"
        + "\"cache_creation_input_tokens\":100,\"cache_read_input_tokens\":%d,\"output_tokens\":55}},"
            .formatted(cached)
        + "\"timestamp\":\"2026-01-05T%sZ\"}".formatted(time);
  }

  private static Session session(@Nullable String transcript) {
    Session blank = SessionExamples.aSession("00000001", "a", "project-a");
    Client client = new Client(null, transcript, null, null, null, null);
    return blank.after(
        SessionExamples.sighting(
            "a", new Signal.Seen(), client, SessionExamples.NOON.plusSeconds(1)));
  }
}
