package dev.engine.services.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.services.worker.CommandTemplate.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CommandTemplateTest {

  @Test
  void valuesStayWithinTheirWordsAndAreNotReadAgain() {
    CommandTemplate template =
        CommandTemplate.checked(
            "key", List.of("run", "--id={worker_id},{worker_id}", "{workspace}"));

    List<String> words =
        template.filled(Map.of(Place.WORKER_ID, "$1 {workspace} \\", Place.WORKSPACE, "/a b"));

    assertThat(words).containsExactly("run", "--id=$1 {workspace} \\,$1 {workspace} \\", "/a b");
  }

  @Test
  void whatIsNoPlaceIsTakenAsItIs() {
    List<String> words =
        List.of("run", "{\"type\":\"object\"}", "{}", "{A}", "{ worker_id }", "a{b-c}");

    assertThat(CommandTemplate.checked("key", words).filled(Map.of())).isEqualTo(words);
  }

  @Test
  void aPlaceThatThereIsNotIsNamedWithItsKey() {
    assertThatThrownBy(
            () -> CommandTemplate.checked("workers.x.command", List.of("run", "{sesion_id}")))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "placeholder in workers.x.command must be one of {session_id}, {workspace},"
                + " {instructions_file}, {worker_id}, {primitive}, {project}, got \"{sesion_id}\"");
  }

  @Test
  void withoutAProgramThereIsNoCommand() {
    for (List<String> words :
        List.of(
            List.<String>of(),
            List.of(""),
            List.of(" ", "x"),
            List.of("./run"),
            List.of("bin/run"))) {
      assertThatThrownBy(() -> CommandTemplate.checked("workers.x.command", words))
          .as(words.toString())
          .isInstanceOf(InvalidInput.class)
          .hasMessageStartingWith("workers.x.command must be a program");
    }
  }
}
