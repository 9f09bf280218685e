package dev.engine.domain.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseValuesTest {

  @Test
  void aMigrationIsTypedWithOrWithoutZeros() {
    assertThat(MigrationNumber.parse("029")).isEqualTo(MigrationNumber.parse("29"));
    assertThat(MigrationNumber.parse("29")).hasToString("029");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "000", "1000", "-1", "29a", "٢٩"})
  void anythingElseIsNoMigration(String text) {
    assertThatThrownBy(() -> MigrationNumber.parse(text)).isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "before_029", "a-b_c", "0123456789012345678901234567890123456789"})
  void aBackupNameIsSafeInAFileName(String name) {
    assertThat(new BackupName(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "a b", "../a", "a.db", "01234567890123456789012345678901234567890"})
  void anythingElseIsNoBackupName(String name) {
    assertThatThrownBy(() -> new BackupName(name)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void aMigrationIsShownWithItsZerosAndOrderedByItsNumber() {
    Migration migration = new Migration(new MigrationNumber(7), "add pings");

    assertThat(migration).hasToString("007 add pings");
    assertThat(new MigrationNumber(7)).isLessThan(new MigrationNumber(10));
    assertThat(new MigrationNumber(7)).isEqualByComparingTo(MigrationNumber.parse("007"));
  }

  @Test
  void aCheckIsSoundThatFoundNoProblem() {
    Path file = Path.of("system.db");

    assertThat(new Verification(file, 48, List.of(), List.of()).isSound()).isTrue();
    assertThat(new Verification(file, 48, List.of(), List.of("page 7")).isSound()).isFalse();
  }

  @Test
  void aSealHasTheHashOfItsFile() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () ->
                new BackupSeal(
                    "ABC", 1, 48, List.of(), Instant.EPOCH, new BackupSeal.State.Verified()));
  }
}
