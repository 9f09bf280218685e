package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.StorageRefused;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqliteReleaseTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"3.51.3", "3.51.10", "3.52.0", "4.0.0"})
  void oneThatKeepsItsCommitsIsTaken(String number) {
    assertThatCode(new SqliteRelease(number)::requireSound).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.51.2", "3.9.99", "3.40.1", "2.60.9", "3.52", "", "newest"})
  void anyOtherIsRefused(String number) {
    assertThatThrownBy(new SqliteRelease(number)::requireSound)
        .isInstanceOf(StorageRefused.class)
        .hasMessage(
            "SQLite must be 3.51.3 or newer, for those before can lose what was committed, got %s",
            number);
  }

  @Test
  void theOneThatIsLoadedTellsItsNumber() throws Exception {
    Path file = TestDatabases.file(folder);
    try (Connection connection = Connections.open(file, TestDatabases.BUSY_TIMEOUT)) {

      SqliteRelease loaded = SqliteRelease.of(connection);

      assertThat(CareFolder.query(file, "SELECT sqlite_version()"))
          .containsExactly(loaded.number());
    }
  }
}
