package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It is three minutes past noon in the configured zone, which is UTC. */
final class DndCommandsTest {

  private final CliRun cli = new CliRun();

  @Test
  void whereNothingIsSetThatIsSaid() {
    assertThat(cli.run("dnd"))
        .isEqualTo(new CliRun.Result(0, "Nothing is set: notices wake idle sessions.\n", ""));
  }

  @Test
  void whatIsSetIsListedWithWhetherItHoldsNow() {
    cli.run("dnd", "hours", "22:00-07:00");
    cli.run("dnd", "on", "--for", "2h", "builder-00000001");
    cli.run("dnd", "on", "chief-2026-01-05");

    assertThat(cli.run("dnd").out())
        .isEqualTo(
            """
            FOR               QUIET                       NOW
            the fleet         22:00-07:00 every day (Z)   -
            builder-00000001  until 2026-01-05T14:03:00Z  quiet
            chief-2026-01-05  until dnd off               quiet
            """);
  }

  @Test
  void aTimeOfDayIsTheNextOne() {
    assertThat(cli.run("dnd", "on", "--until", "07:30").out())
        .isEqualTo("the fleet: quiet until 2026-01-06T07:30:00Z\n");
  }

  @Test
  void offEndsAllOfOneConversationOrOfTheFleet() {
    cli.run("dnd", "hours", "22:00-07:00");
    cli.run("dnd", "hours", "22:00-06:00", "builder-00000001");
    cli.run("dnd", "on", "builder-00000001");

    CliRun.Result off = cli.run("dnd", "off", "builder-00000001");

    assertThat(off.out())
        .isEqualTo(
            """
            builder-00000001: no longer quiet 22:00-06:00 every day (Z)
            builder-00000001: no longer quiet until dnd off
            """);
    assertThat(cli.run("dnd").out()).contains("the fleet").doesNotContain("builder");
    assertThat(cli.run("dnd", "off", "builder-00000001").out())
        .isEqualTo("builder-00000001: nothing was set\n");
  }

  @Test
  void jsonLeavesOutWhatDoesNotApply() {
    cli.run("dnd", "on", "--for", "2h");
    cli.run("dnd", "hours", "22:00-07:00", "builder-00000001");

    assertThat(cli.run("dnd", "--json").out())
        .isEqualToIgnoringWhitespace(
            """
            [ {"kind": "spell", "until": "2026-01-05T14:03:00Z"},
              {"conversationId": "builder-00000001", "kind": "daily", "hours": "22:00-07:00",
               "zone": "Z"} ]
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hours",
        "hours 22:00",
        "hours 22:00-22:00",
        "on --for 2h --until 07:30",
        "on --until 2026-01-05T12:00",
        "on --for never",
        "off Builder",
        "tomorrow"
      })
  void whatMakesNoSenseIsAUsageMistake(String words) {
    List<String> line = new ArrayList<>(List.of("dnd"));
    line.addAll(List.of(words.split(" ", -1)));

    assertThat(cli.run(line.toArray(String[]::new)).exitCode()).isEqualTo(2);
  }
}
