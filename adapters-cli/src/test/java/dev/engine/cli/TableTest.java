package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

final class TableTest {

  private static Table table() {
    Table table = new Table("ID", "NAME", "TEXT");
    table.row(Cell.of("3fa94c01"), Cell.of("a rather long name"), Cell.of("a text of some length"));
    return table;
  }

  @Test
  void whereThereIsRoomNothingIsCut() {
    assertThat(lines(100))
        .containsExactly(
            "ID        NAME                TEXT",
            "3fa94c01  a rather long name  a text of some length");
  }

  @Test
  void theLastColumnGivesFirst() {
    assertThat(lines(43).getLast()).isEqualTo("3fa94c01  a rather long name  a text of so…");
  }

  @Test
  void thenTheWidestGivesAndIdsStayWhole() {
    assertThat(lines(34).getLast()).isEqualTo("3fa94c01  a rather l…  a text of …");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    assertThat(lines(28)).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(28));
  }

  @Test
  void aWideCharacterTakesTwoColumns() {
    Table table = new Table("A", "B");
    table.row(Cell.of("漢字"), Cell.of("x"));

    assertThat(table.lines(80).getLast().toString()).isEqualTo("漢字  x");
    assertThat(table.lines(80).getFirst().toString()).isEqualTo("A     B");
  }

  @Test
  void whatSteersATerminalIsTakenOut() {
    assertThat(Cell.of("a\u001b[31mb\u202ec\nd").text()).isEqualTo("a [31mb c d");
  }

  private static List<String> lines(int columns) {
    return table().lines(columns).stream().map(AttributedString::toString).toList();
  }
}
