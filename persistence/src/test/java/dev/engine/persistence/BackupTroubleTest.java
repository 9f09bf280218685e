package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.BackupOutcome;
import dev.engine.domain.database.BackupSeal;
import dev.engine.domain.database.Backups;
import dev.engine.domain.database.Drilling;
import dev.engine.domain.database.Progress;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.ping.PingExamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups where the disk, the folder or other writers are in the way. */
final class BackupTroubleTest {

  private static final BackupName NAME = new BackupName("mine");

  @TempDir private Path folder;

  private CareFolder care;

  @BeforeEach
  void fill() {
    care = CareFolder.in(folder);
    care.keeper().migrate();
    CareFolder.run(care.file(), BackupsTest.ROWS);
  }

  @Test
  void whileOthersWriteEachBackupIsOneMomentOfTheDatabase() throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    List<Backup> taken = new ArrayList<>();
    try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> writing = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        SplittableRandom random = new SplittableRandom(writer);
        Callable<Integer> work = () -> write(random, isOver);
        writing.add(writers.submit(work));
      }
      while (taken.size() < 10) {
        taken.add(care.backups().take(NAME, Progress.UNSEEN));
      }
      isOver.set(true);

      for (Future<Integer> one : writing) {
        assertThat(one.get()).isPositive(); // and none has failed
      }
    }
    for (Backup backup : taken) {
      // Each ping and what it tells are stored together, so both are in a copy or none.
      assertThat(CareFolder.query(backup.file(), "SELECT count(*) FROM pings"))
          .isEqualTo(CareFolder.query(backup.file(), "SELECT count(*) FROM events"));
      assertThat(care.backups().drill(backup, Progress.UNSEEN)).isInstanceOf(Drilling.Proven.class);
    }
    assertThat(taken.stream().map(backup -> seal(backup).journalHead()).toList()).isSorted();
    assertThat(seal(taken.getLast()).journalHead())
        .isGreaterThan(seal(taken.getFirst()).journalHead());
  }

  /** Its files may not grow beyond what the database needs, as on a disk that is full. */
  @Test
  void onAFullDiskThereIsNoHalfBackup() throws Exception {
    Process child = ChildJvm.startWithFilesUpTo(100, TakingOne.class, care.file().toString());

    assertThat(ChildJvm.output(child)).singleElement().asString().startsWith("ENG-2001");
    assertThat(care.backups().list()).isEmpty();
    assertThat(DatabaseFiles.list(care.file().resolveSibling("backups"))).isEmpty();
    assertThat(care.keeper().verify(Progress.UNSEEN).isSound()).isTrue();
  }

  @Test
  void whereTheFolderIsAFileNoneIsTaken() throws Exception {
    Files.writeString(care.file().resolveSibling("backups"), "in the way");

    assertThatThrownBy(() -> care.backups().take(NAME, Progress.UNSEEN))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("backups cannot be used");

    assertThat(care.backups().list()).isEmpty();
  }

  @Test
  void aFolderThatIsGoneIsMadeAnew() {
    Backup first = care.backups().take(NAME, Progress.UNSEEN);
    DatabaseFiles.discardFolder(DatabaseFiles.folder(first.file()));

    Backup second = care.backups().take(NAME, Progress.UNSEEN);

    assertThat(care.backups().list()).containsExactly(second);
  }

  @Test
  void aCopyThatIsCutShortFails() throws Exception {
    Backup backup = care.backups().take(NAME, Progress.UNSEEN);
    byte[] content = Files.readAllBytes(backup.file());
    Files.write(backup.file(), Arrays.copyOf(content, content.length / 2));

    Drilling drilling = care.backups().drill(backup, Progress.UNSEEN);

    assertThat(drilling.backup().outcome()).isEqualTo(BackupOutcome.FAILED);
    assertThat(care.backups().verify(backup, Progress.UNSEEN).problems())
        .containsExactly(backup.fileName() + " has not the bytes that it had when it was taken");
  }

  /** Its seal is then that of another backup: the bytes are not what it says. */
  @Test
  void aCopyInAnothersPlaceFails() throws Exception {
    Backup old = care.backups().take(NAME, Progress.UNSEEN);
    CareFolder.run(care.file(), CareFolder.session("0000000a", "new"));
    Backup young = care.backups().take(NAME, Progress.UNSEEN);
    Files.write(young.file(), Files.readAllBytes(old.file()));

    assertThat(care.backups().verify(young, Progress.UNSEEN).isSound()).isFalse();
    assertThat(care.backups().verify(old, Progress.UNSEEN).isSound()).isTrue();
  }

  @Test
  void withoutAReadableSealABackupIsNotKnownToBeGood() throws Exception {
    Backup backup = care.backups().take(NAME, Progress.UNSEEN);
    Path seal = backup.file().resolveSibling(backup.fileName() + ".json");
    Files.writeString(seal, "{\"sha256\":\"1\"}");

    assertThat(care.backups().list())
        .extracting(Backup::outcome)
        .containsExactly(BackupOutcome.KEPT);
    assertThat(care.backups().drill(backup.with(seal(backup)), Progress.UNSEEN))
        .isInstanceOf(Drilling.Proven.class);
  }

  @Test
  void aSealThatIsNoTextHidesNoOtherBackup() throws Exception {
    Backup sealed = care.backups().take(NAME, Progress.UNSEEN);
    Backup other = care.backups().take(NAME, Progress.UNSEEN);
    Path seal = other.file().resolveSibling(other.fileName() + ".json");
    Files.write(seal, new byte[] {(byte) 0xc3, 0x28});

    assertThat(care.backups().list())
        .extracting(Backup::outcome)
        .containsExactly(BackupOutcome.KEPT, BackupOutcome.TAKEN);
    Files.delete(other.file());
    care.at(CareFolder.NOON.plusSeconds(3_601)).backups().tidy();
    assertThat(care.backups().list()).containsExactly(sealed);
  }

  /** As when a running engine is ended: not the disk is at fault. */
  @Test
  void whereItsThreadIsInterruptedItSaysSo() {
    Progress ending = (done, total) -> Thread.currentThread().interrupt();

    assertThatThrownBy(() -> care.backups().take(NAME, ending))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageEndingWith("was ended before it was finished");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(care.backups().list()).isEmpty();
    assertThat(DatabaseFiles.list(care.file().resolveSibling("backups"))).isEmpty();
  }

  @Test
  void aLinkIsNoBackup() throws Exception {
    Backup backup = care.backups().take(NAME, Progress.UNSEEN);
    Files.createSymbolicLink(
        backup.file().resolveSibling("system_backup_link_20260105T120000000Z.db"), care.file());

    assertThat(care.backups().list()).containsExactly(backup);
  }

  @Test
  void sealsWhoseBackupNeverCameAreTakenAwayLater() throws Exception {
    Backup backup = care.backups().take(NAME, Progress.UNSEEN);
    Files.delete(backup.file());
    Path seal = backup.file().resolveSibling(backup.fileName() + ".json");

    care.backups().tidy();
    assertThat(seal).exists();
    care.at(CareFolder.NOON.plusSeconds(3_601)).backups().tidy();

    assertThat(seal).doesNotExist();
  }

  @Test
  void aTrialLeavesNothingBehind() {
    Backups backups = care.backups();
    Backup backup = backups.take(NAME, Progress.UNSEEN);
    List<Path> before = DatabaseFiles.list(DatabaseFiles.folder(backup.file()));

    backups.drill(backup, Progress.UNSEEN);

    assertThat(DatabaseFiles.list(DatabaseFiles.folder(backup.file())))
        .containsExactlyInAnyOrderElementsOf(before);
  }

  private int write(SplittableRandom random, AtomicBoolean isOver) {
    int count = 0;
    try (SqliteStorage storage =
        SqliteStorage.open(care.file(), TestDatabases.BUSY_TIMEOUT, random)) {
      while (!isOver.get()) {
        storage.pings().send(PingExamples.question("Go on?"), PingExamples.NOON);
        count++;
      }
    }
    return count;
  }

  private static BackupSeal seal(Backup backup) {
    return Objects.requireNonNull(backup.seal());
  }

  /** Tries to take one, and says what came of it. */
  static final class TakingOne {

    public static void main(String... arguments) {
      CareFolder care = new CareFolder(Path.of(arguments[0]));
      try {
        System.out.println(care.backups().take(NAME, Progress.UNSEEN).fileName());
      } catch (StorageUnavailable full) {
        System.out.println(full.code() + " " + full.getMessage());
      }
    }
  }
}
