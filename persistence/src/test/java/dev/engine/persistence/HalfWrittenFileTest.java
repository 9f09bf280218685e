package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Verification;
import dev.engine.domain.error.EngineException.StorageRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file whose writer died in the middle, before it was in WAL mode: a journal lies beside it. */
final class HalfWrittenFileTest {

  @TempDir private Path folder;

  private CareFolder care;

  @BeforeEach
  void choose() throws Exception {
    care = CareFolder.in(folder);
    Files.createDirectories(care.file().getParent());
  }

  @Test
  void isVerifiedAsItWasBefore() throws Exception {
    care.keeper().migrate();
    CareFolder.run(care.file(), "PRAGMA journal_mode = DELETE");
    leaveHalfWritten();

    Verification found = care.keeper().verify(Progress.UNSEEN);

    assertThat(found.problems()).isEmpty();
    assertThat(found.version()).isEqualTo(CareFolder.NEWEST);
    assertThat(
            CareFolder.query(care.file(), "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"))
        .containsExactly("0");
  }

  @Test
  void isSaidToBeEmptyWhereNothingWasInItBefore() throws Exception {
    DatabaseFiles.createIfMissing(care.file());
    leaveHalfWritten();

    assertThatThrownBy(() -> care.keeper().verify(Progress.UNSEEN))
        .isInstanceOf(StorageRefused.class)
        .hasMessageContaining("is empty")
        .hasMessageContaining("`engine init` does");
  }

  @Test
  void isLeftAloneWhereItIsNotTheProjectsOwn() throws Exception {
    care.keeper().migrate();
    CareFolder.run(care.file(), "PRAGMA journal_mode = DELETE");
    leaveHalfWritten();
    CareFolder other = CareFolder.in(folder.resolve("other"));

    assertThatThrownBy(() -> other.keeper().verify(care.file(), Progress.UNSEEN))
        .isInstanceOf(StorageRefused.class)
        .hasMessageContaining("was left half written by a process that died")
        .hasMessageContaining("system.db-journal beside it undoes that");
    assertThat(DatabaseFiles.hasJournal(care.file())).isTrue();
  }

  /** Copies what a writer has on the disk in the midst of a large transaction. */
  private void leaveHalfWritten() throws Exception {
    Path file = care.file();
    Path copy = folder.resolve("copy");
    try (Connection writer = CareFolder.connect(file)) {
      Sql.update(writer, "PRAGMA cache_size = 5");
      Sql.update(writer, "BEGIN IMMEDIATE");
      Sql.update(writer, "CREATE TABLE half (text TEXT)");
      for (int i = 0; i < 50; i++) {
        Sql.update(writer, "INSERT INTO half VALUES (hex(randomblob(4000)))");
      }
      copy(file, copy);
      copy(journal(file), journal(copy));
    } catch (SQLException ended) {
      throw new IllegalStateException(ended);
    }
    Files.move(copy, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.move(journal(copy), journal(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** By another process: this one would lose the locks of the writer. */
  private static void copy(Path from, Path to) throws Exception {
    Process copying = new ProcessBuilder("cp", from.toString(), to.toString()).start();
    assertThat(copying.waitFor()).isZero();
  }

  private static Path journal(Path file) {
    return file.resolveSibling(file.getFileName() + "-journal");
  }
}
