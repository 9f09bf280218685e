package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.context.ContextFill;
import dev.engine.domain.context.ContextReading;
import dev.engine.domain.context.ContextSource;
import dev.engine.domain.session.Assignment;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScreenProbeTest {

  @ParameterizedTest
  @CsvSource({"auto-compact,92", "context-low,93", "context-used,71"})
  void whatTheClientShowsBelowItsPromptIsRead(String screen, int percent) throws IOException {
    Optional<ContextReading> reading = probe(screen(screen)).read(inPane());

    assertThat(reading)
        .contains(
            new ContextReading(
                ContextFill.ofPercent(percent), SessionExamples.NOON, ContextSource.SCREEN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing-said", "spoken-of", "shell"})
  void anythingElseSaysNothing(String screen) throws IOException {
    assertThat(probe(screen(screen)).read(inPane())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Context left until auto-compact: 0%;100",
        "context left until autocompact 12 %;88",
        "11% until auto-compact;89",
        "5% context left;95",
        "30 % of context used;30",
        "Context: 41%;41"
      })
  void otherFormsAreReadToo(String line, int percent) {
    assertThat(ScreenProbe.percentUsed(line)).contains(percent);
  }

  @Test
  void noPercentageIsMoreThanAHundred() {
    assertThat(ScreenProbe.percentUsed("Context left until auto-compact: 101%")).isEmpty();
    assertThat(ScreenProbe.percentUsed("999% context used")).isEmpty();
  }

  @Test
  void aSessionOutsideTmuxHasNoScreen() {
    Session session = SessionExamples.aSession("00000001", "a", "project-a");

    assertThat(probe("Context: 41%").read(session)).isEmpty();
  }

  private static ScreenProbe probe(String screen) {
    return new ScreenProbe(
        pane -> Optional.of(screen).filter(text -> pane.pane().equals("%7")),
        () -> SessionExamples.NOON);
  }

  private static Session inPane() {
    return Session.admitted(
        SessionExamples.aSession("00000001", "a", "project-a").id(),
        new Assignment(Role.PROJECT, Mode.INTERACTIVE),
        SessionExamples.aSession("00000001", "a", "project-a").origin(),
        SessionExamples.sighting(
            "a", new Signal.Seen(), SessionExamples.clientInPane("%7"), SessionExamples.NOON));
  }

  private static String screen(String name) throws IOException {
    try (InputStream file =
        ScreenProbeTest.class.getResourceAsStream("/screens/" + name + ".txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
