package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.persistence.SqliteDatabase.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a continuous copy holds, whatever happens to the log and to its folder. */
final class SqliteCopyTest {

  @TempDir private Path root;

  private CopyScene scene;

  @BeforeEach
  void open() {
    scene = CopyScene.in(root);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Nested
  class OfTheLog {

    @Test
    void whatWasCommittedBeforeIsInIt() {
      scene.write("one");
      scene.copy().ship();
      scene.write("two");

      scene.copy().ship();

      assertThat(scene.restorable()).isEqualTo(scene.stored());
    }

    @Test
    void whatNobodyWroteIsNotReadAgain() {
      scene.write("one");
      scene.copy().ship();
      long before = scene.copy().shippedBytes();

      scene.copy().ship();

      assertThat(scene.copy().shippedBytes()).isEqualTo(before);
    }

    @Test
    void onlyWhatIsNewIsCopied() {
      scene.writeMuch(3_000);
      scene.copy().ship();
      long before = scene.copy().shippedBytes();
      scene.write("one");

      scene.copy().ship();

      assertThat(scene.copy().shippedBytes() - before).isPositive().isLessThan(100_000);
    }

    @Test
    void itGoesOnWhenTheLogWasEmptied() {
      scene.copy().ship();
      for (int round = 0; round < 3; round++) {
        long before = scene.copy().shippedBytes();
        scene.writeMuch(100);
        scene.write("round " + round);

        Checkpoint checkpoint = scene.copy().emptyLog();

        assertThat(checkpoint).isEqualTo(Checkpoint.EMPTIED);
        assertThat(scene.storage().walBytes()).isZero();
        assertThat(scene.restorable()).isEqualTo(scene.stored());
        assertThat(scene.copy().shippedBytes() - before).as("no new file").isLessThan(400_000);
      }
    }

    @Test
    void aLongLogIsEmptiedByItself() {
      scene.copy().ship();
      for (int i = 0; i < 5; i++) {
        scene.writeMuch(4_000);
        scene.copy().ship();
      }

      assertThat(scene.storage().walBytes()).isLessThan(16L << 20);
      assertThat(scene.restorable()).isEqualTo(scene.stored());
    }

    @Test
    void aCommitOfSeveralChunksIsCopiedWhole() {
      scene.copy().ship();
      scene.writeMuch(9_000);
      scene.writeMuch(10);

      scene.copy().ship();

      assertThat(scene.restorable()).isEqualTo(scene.stored());
    }

    @Test
    void whoeverCopiesTheLogIntoTheFileHarmsNothing() throws Exception {
      scene.write("one");
      scene.copy().ship();
      scene.write("two");
      checkpoint("PASSIVE");
      scene.write("three");
      checkpoint("PASSIVE");

      scene.copy().ship();

      assertThat(scene.restorable()).isEqualTo(scene.stored());
    }

    @Test
    void nobodyElseCanEmptyTheLog() throws Exception {
      scene.copy().ship();
      scene.write("one");

      boolean isEmptied = checkpoint("TRUNCATE");

      assertThat(isEmptied).isFalse();
      scene.copy().ship();
      assertThat(scene.restorable()).isEqualTo(scene.stored());
    }

    @Test
    void aLogThatBeginsAnewInItsPlaceIsFollowed() throws Exception {
      scene.copy().ship();
      scene.writeMuch(200);
      try (Connection reader = reading()) {
        assertThat(scene.copy().emptyLog()).isEqualTo(Checkpoint.IN_USE);
        assertThat(reader.isClosed()).isFalse();
      }
      long longest = scene.storage().walBytes();
      scene.write("from the beginning on");

      scene.copy().ship();

      assertThat(scene.storage().walBytes()).as("begun anew, not cut").isEqualTo(longest);
      assertThat(scene.restorable()).isEqualTo(scene.stored());
      scene.write("and on");
      scene.copy().ship();
      assertThat(scene.restorable()).isEqualTo(scene.stored());
    }

    @Test
    void whoeverReadsAnOldStateKeepsTheLogAndNotTheCopy() throws Exception {
      scene.copy().ship();
      try (Connection reader = reading()) {
        scene.writeMuch(100);

        assertThat(scene.copy().emptyLog()).isEqualTo(Checkpoint.IN_USE);

        assertThat(reader.isClosed()).isFalse();
        scene.write("meanwhile");
        scene.copy().ship();
        assertThat(scene.restorable()).isEqualTo(scene.stored());
      }
      scene.write("after");
      assertThat(scene.copy().emptyLog()).isEqualTo(Checkpoint.EMPTIED);
      assertThat(scene.restorable()).isEqualTo(scene.stored());
    }

    @Test
    void anOldStateThatSomebodyReadsKeepsItFromBeginning() throws Exception {
      scene.write("one");
      try (Connection reader = reading()) {
        scene.write("two");

        assertThatThrownBy(scene.copy()::ship).isInstanceOf(StorageUnavailable.class);

        assertThat(reader.isClosed()).isFalse();
      }
      scene.copy().ship();
      assertThat(scene.restorable()).isEqualTo(scene.stored());
    }

    @Test
    void closingCopiesTheRest() {
      scene.copy().ship();
      scene.write("the last word");
      Map<String, String> stored = scene.stored();

      scene.close();

      assertThat(scene.restorable()).isEqualTo(stored);
    }

    @Test
    void theNextStoreMakesItAnew() {
      scene.copy().ship();
      scene.close();
      scene = CopyScene.of(scene.file(), root);
      scene.write("again");

      scene.copy().ship();

      assertThat(scene.restorable()).isEqualTo(scene.stored());
    }

    private boolean checkpoint(String mode) throws Exception {
      try (Connection other = Connections.open(scene.file(), Duration.ofMillis(50))) {
        return Sql.first(
                other, row -> row.getInt("busy") == 0, "PRAGMA wal_checkpoint(%s)".formatted(mode))
            .orElseThrow();
      }
    }

    /** Somebody who reads the state of now until it is closed. */
    private Connection reading() throws Exception {
      Connection reader = Connections.openReader(scene.file(), TestDatabases.BUSY_TIMEOUT);
      Sql.update(reader, "BEGIN");
      Connections.header(reader, "schema_version");
      return reader;
    }
  }

  @Nested
  class OfTheFolder {

    @Test
    void itIsItsOwnersAlone() throws IOException {
      scene.copy().ship();
      scene.write("one");
      scene.copy().ship();

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scene.folder())))
          .isEqualTo("rwx------");
      try (var files = Files.list(scene.folder())) {
        assertThat(files)
            .hasSize(3)
            .allSatisfy(
                file ->
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
      }
    }

    @Test
    void oneThatIsGoneIsNotMadeAndDisturbsNobody() throws IOException {
      scene.copy().ship();
      Path aside = root.resolve("aside");
      Files.move(scene.folder(), aside);
      scene.write("while it is gone");

      assertThatThrownBy(scene.copy()::ship)
          .isInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("make it, or mount its disk");

      assertThat(scene.folder()).doesNotExist();
      long before = scene.copy().shippedBytes();
      scene.write("still");
      Files.move(aside, scene.folder());
      scene.copy().ship();
      assertThat(scene.restorable()).isEqualTo(scene.stored());
      assertThat(scene.copy().shippedBytes() - before).as("no new file").isLessThan(400_000);
    }

    @Test
    void anOlderCopyThatSomebodyPutThereIsNotGoneOnWith() throws IOException {
      scene.copy().ship();
      scene.write("one");
      scene.copy().ship();
      Path older = CopyScene.emptyFolder(root.resolve("older"));
      for (Path file : DatabaseFiles.list(scene.folder())) {
        Files.copy(file, older.resolve(file.getFileName()));
      }
      scene.copy().emptyLog();
      scene.write("two");
      scene.copy().ship();
      DatabaseFiles.discardFolder(scene.folder());
      Files.move(older, scene.folder());
      scene.write("three");

      assertThatThrownBy(scene.copy()::ship)
          .isInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("it is made anew");

      scene.copy().ship();
      assertThat(scene.restorable()).isEqualTo(scene.stored());
    }

    @Test
    void aCopyThatSomebodyChangedIsMadeAnew() throws IOException {
      scene.copy().ship();
      scene.write("one");
      scene.copy().ship();
      Files.write(scene.folder().resolve(scene.file().getFileName() + "-wal"), new byte[100]);
      scene.write("two");

      assertThatThrownBy(scene.copy()::ship).isInstanceOf(StorageUnavailable.class);

      scene.copy().ship();
      assertThat(scene.restorable()).isEqualTo(scene.stored());
    }

    @Test
    void whatAFullDiskHasCutOffIsWrittenAgain() throws IOException {
      scene.copy().ship();
      scene.write("one");
      scene.copy().ship();
      Path log = scene.folder().resolve(scene.file().getFileName() + "-wal");
      Files.write(log, new byte[5_000], StandardOpenOption.APPEND);
      assertThat(scene.restorable()).isEqualTo(scene.stored());
      scene.write("two");

      scene.copy().ship();

      assertThat(scene.restorable()).isEqualTo(scene.stored());
    }

    @Test
    void anotherDatabasesFolderIsRefused() {
      scene.copy().ship();
      Map<String, String> before = scene.restorable();
      Path other = TestDatabases.file(CopyScene.emptyFolder(root.resolve("other")));

      assertThatThrownBy(() -> shipOnce(other)).isInstanceOf(StorageRefused.class);

      assertThat(scene.restorable()).isEqualTo(before);
    }

    @Test
    void aDatabaseThatIsNoCopyIsRefused() throws IOException {
      Path there = Files.createFile(scene.folder().resolve(scene.file().getFileName()));

      assertThatThrownBy(scene.copy()::ship).isInstanceOf(StorageRefused.class);

      assertThat(there).isEmptyFile();
    }

    @Test
    void theDatabasesOwnFolderIsRefused() {
      Path own = scene.file().resolveSibling("");

      try (SqliteCopy copy = scene.storage().copyTo(own)) {
        assertThatThrownBy(copy::ship).isInstanceOf(StorageRefused.class);
      }
    }

    @Test
    void aLinkInsteadOfTheLogIsNotFollowed() throws IOException {
      scene.copy().ship();
      scene.write("one");
      scene.copy().ship();
      Path log = scene.folder().resolve(scene.file().getFileName() + "-wal");
      Path victim = Files.writeString(root.resolve("victim"), "untouched");
      Files.delete(log);
      Files.createSymbolicLink(log, victim);
      scene.write("two");

      assertThatThrownBy(scene.copy()::ship).isInstanceOf(StorageUnavailable.class);

      assertThat(victim).hasContent("untouched");
      scene.copy().ship();
      assertThat(scene.restorable()).isEqualTo(scene.stored());
      assertThat(victim).hasContent("untouched");
    }

    /** A project that was lost and set up anew must not cost what is left of it. */
    @Test
    void aCopyThatGoesFurtherThanTheDatabaseStays() throws IOException {
      scene.write("one");
      scene.write("two");
      scene.copy().ship();
      Map<String, String> lost = scene.stored();
      scene.close();
      try (var files = Files.list(scene.file().resolveSibling(""))) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Path anew = TestDatabases.file(scene.file().resolveSibling(""));
      Files.move(anew, scene.file());
      scene = CopyScene.of(scene.file(), root);
      scene.write("one in the new one");

      assertThatThrownBy(scene.copy()::ship)
          .isInstanceOf(StorageRefused.class)
          .hasMessageContaining("engine db restore");

      assertThat(scene.restorable()).isEqualTo(lost);
    }

    @Test
    void whatAKilledProcessLeftHalfDoneIsTakenAway() throws IOException {
      scene.copy().ship();
      Path half = Files.write(scene.folder().resolve("unfinished-999999999-0.db"), new byte[9]);
      scene.close();
      scene = CopyScene.of(scene.file(), root);

      scene.copy().ship();

      assertThat(half).doesNotExist();
    }

    private void shipOnce(Path file) {
      CopyScene.copyOnce(file, scene.folder());
    }
  }

  @Test
  void aLogThatIsTooLongIsLetGo() {
    scene.copy().ship();
    for (int i = 0; i < 3; i++) {
      scene.writeMuch(10_000);
    }
    scene.copy().relieve();
    assertThat(scene.copy().isHolding()).isTrue();
    scene.writeMuch(20_000);

    scene.copy().relieve();

    assertThat(scene.copy().isHolding()).isFalse();
    assertThat(scene.database().checkpoint(TestDatabases.BUSY_TIMEOUT))
        .isEqualTo(Checkpoint.EMPTIED);
    scene.copy().ship();
    assertThat(scene.restorable()).isEqualTo(scene.stored());
  }
}
