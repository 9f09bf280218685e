package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.database.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored is its owner's alone, even where the umask forbids nothing. */
final class FileModesTest {

  @TempDir private Path folder;

  @Test
  void filesAndFoldersAreTheirOwnersAlone() throws Exception {
    Process child = ChildJvm.startOpenToAll(Child.class, folder.toString());

    List<String> files = ChildJvm.output(child);

    assertThat(ChildJvm.complaints(child)).isEmpty();
    assertThat(files)
        .filteredOn(line -> line.startsWith("rw-------"))
        .hasSize(11)
        .anyMatch(line -> line.endsWith("system.db"))
        .anyMatch(line -> line.endsWith("system.db-wal"))
        .anyMatch(line -> line.endsWith("system.db-shm"))
        .anyMatch(line -> line.endsWith("system.db.writers"))
        .anyMatch(line -> line.contains("before_rebuild"));
    assertThat(files)
        .filteredOn(line -> !line.startsWith("rw-------"))
        .allMatch(line -> line.startsWith("rwx------"))
        .hasSize(3);
  }

  /** Uses all that makes files, and lists them while the database is open. */
  static final class Child {

    public static void main(String... arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      CareFolder care = CareFolder.in(folder);
      care.keeper().migrate();
      CareFolder.run(care.file(), CareFolder.session("0000000a", "builder-one"));
      care.keeper().release(new MigrationNumber(29));
      care.keeper().rebuild(Progress.UNSEEN);
      Path mine = care.backups().take(new BackupName("mine"), Progress.UNSEEN).file();
      care.backups().restore(mine);
      Path other = folder.resolve("other.db");
      CareFolder.buildByHand(other, 28);
      care.keeper().adopt(other);
      Files.delete(other);
      try (SqliteStorage storage =
              SqliteStorage.open(care.file(), TestDatabases.BUSY_TIMEOUT, new SplittableRandom(7));
          Stream<Path> files = Files.walk(folder)) {
        assertThat(storage).isNotNull();
        for (Path file : files.filter(file -> !file.equals(folder)).toList()) {
          System.out.println(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) + " " + file);
        }
      }
    }
  }
}
