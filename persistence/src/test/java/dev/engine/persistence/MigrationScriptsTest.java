package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.database.MigrationNumber;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MigrationScriptsTest {

  private final List<MigrationScript> all = MigrationScripts.packed().all();

  @Test
  void numbersHaveNoGapAndNoDouble() {
    List<Integer> numbers = all.stream().map(script -> script.number().value()).toList();

    assertThat(numbers)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, all.size()).boxed().toList())
        .hasSizeGreaterThanOrEqualTo(29);
  }

  @Test
  void theSchemaAndTheProgramAgreeOnTheVersion() {
    int lastFree = MigrationScripts.packed().free().getLast().number().value();

    assertThat(SchemaVersion.CURRENT).isEqualTo(lastFree);
    assertThat(SchemaSources.schema())
        .contains("PRAGMA user_version = %d;".formatted(lastFree))
        .contains("PRAGMA application_id = %d;".formatted(SchemaVersion.APPLICATION_ID));
  }

  @Test
  void eachEndsWithItsOwnVersionUnlessItIsHeld() {
    for (MigrationScript script : all) {
      String version = "PRAGMA user_version = %d;".formatted(script.number().value());
      if (script.isHeld()) {
        assertThat(script.sql()).as(script.fileName()).doesNotContain("user_version");
      } else {
        assertThat(script.sql().stripTrailing()).as(script.fileName()).endsWith(version);
      }
    }
  }

  @Test
  void eachBeginsWithWhatItIsFor() {
    assertThat(all).allSatisfy(script -> assertThat(script.sql()).matches("(?s)-- \\w.{20,}"));
  }

  @Test
  void whatItDropsIsComparedWithWhatReplacesItBeforeItIsReleased() {
    List<MigrationScript> held = all.stream().filter(MigrationScript::isHeld).toList();

    assertThat(held)
        .isNotEmpty()
        .allSatisfy(script -> assertThat(script.drops()).isNotEmpty())
        .allSatisfy(script -> assertThat(RowParity.isKnownFor(script.number())).isTrue());
  }

  @Test
  void theFirstLineSaysWhetherAndWhyItIsHeld() {
    String sql = "-- held: drops a, release when b\nDROP TABLE a;\ndrop table IF EXISTS b;";

    MigrationScript script = MigrationScript.of("031_drop_a_and_b.sql", sql);

    assertThat(script.heldFor()).isEqualTo("drops a, release when b");
    assertThat(script.number()).isEqualTo(new MigrationNumber(31));
    assertThat(script.migration().description()).isEqualTo("drop a and b");
    assertThat(script.drops()).containsExactly("a", "b");
    assertThat(MigrationScript.of("031_x.sql", "\n" + sql).isHeld()).isFalse();
  }

  @Test
  void aFileOfAnotherNameIsRefused() {
    assertThatThrownBy(() -> MigrationScript.of("31_x.sql", ""))
        .hasMessageContaining("NNN_description.sql: 31_x.sql");
  }
}
