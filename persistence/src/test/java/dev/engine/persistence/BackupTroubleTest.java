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
import dev.engine.domain.database.Restoring;
import dev.engine.domain.error.EngineException.StorageRefused;
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

  private static final String COUNT = "SELECT count(*) FROM priorities";

  /** Of 512 bytes each: SQLite's library has to be unpacked, and needs half of it. */
  private static final int BLOCKS = 8_192;

  /** Longer than that. */
  private static final String LONG_ROWS =
      """
      INSERT INTO priorities (id, content, level, created_at)
      WITH RECURSIVE n (i) AS (SELECT 3001 UNION ALL SELECT i + 1 FROM n WHERE i < 6000)
      SELECT printf('%08x', i), hex(randomblob(900)), 'low', '2026-01-05T12:00:00.000Z' FROM n
      """;

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
    CareFolder.run(care.file(), LONG_ROWS);

    Process child = ChildJvm.startWithFilesUpTo(BLOCKS, TakingOne.class, care.file().toString());

    assertThat(ChildJvm.output(child))
        .singleElement()
        .asString()
        .startsWith("ENG-2001")
        .contains("disk I/O error");
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

  /** It is as good as it was: this Engine is too old for it. */
  @Test
  void aTrialThatCannotBeHeldHereSaysNothingAgainstTheBackup() {
    Backup backup = care.backups().take(NAME, Progress.UNSEEN);
    CareFolder.run(backup.file(), "PRAGMA user_version = 999");
    BackupSeal seal = seal(backup);
    BackupFolder backups = new BackupFolder(DatabaseFiles.folder(backup.file()));
    Backup newer =
        backups.seal(
            backup,
            new BackupSeal(
                SealFiles.sha256(backup.file()),
                seal.journalHead(),
                999,
                seal.rows(),
                seal.verifiedAt(),
                seal.state()));

    assertThatThrownBy(() -> care.backups().drill(newer, Progress.UNSEEN))
        .isInstanceOf(StorageRefused.class)
        .hasMessageContaining("newer Engine");

    assertThat(care.backups().list().getFirst().seal()).isEqualTo(newer.seal());
  }

  /** Its bytes are those that were written, and no database: that is its own fault. */
  @Test
  void aTrialOfWhatIsNoDatabaseFails() throws Exception {
    Backup backup = care.backups().take(NAME, Progress.UNSEEN);
    BackupSeal seal = seal(backup);
    Files.writeString(backup.file(), "overwritten ".repeat(1000));
    BackupFolder backups = new BackupFolder(DatabaseFiles.folder(backup.file()));
    Backup wreck =
        backups.seal(
            backup,
            new BackupSeal(
                SealFiles.sha256(backup.file()),
                seal.journalHead(),
                seal.version(),
                seal.rows(),
                seal.verifiedAt(),
                seal.state()));

    Drilling drilling = care.backups().drill(wreck, Progress.UNSEEN);

    assertThat(drilling.backup().outcome()).isEqualTo(BackupOutcome.FAILED);
  }

  /** Here the copy of it fails, as it does where a sector of the old file cannot be read. */
  @Test
  void anOldFileThatCannotBeCopiedIsSetAside() throws Exception {
    Backup backup = care.backups().take(NAME, Progress.UNSEEN);
    CareFolder.run(care.file(), LONG_ROWS);
    assertThat(Files.size(care.file())).isGreaterThan(BLOCKS * 512L);

    Process child =
        ChildJvm.startWithFilesUpTo(
            BLOCKS, GoingBack.class, care.file().toString(), backup.file().toString());

    assertThat(ChildJvm.output(child))
        .singleElement()
        .asString()
        .startsWith("system_backup_damaged_");
    assertThat(CareFolder.query(care.file(), COUNT)).containsExactly("2000");
    Backup aside =
        care.backups().list().stream()
            .filter(one -> one.name().equals(new BackupName("damaged")))
            .findFirst()
            .orElseThrow();
    assertThat(CareFolder.query(aside.file(), COUNT)).containsExactly("5000");
    assertThat(care.keeper().verify(Progress.UNSEEN).isSound()).isTrue();
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

  /** Goes back to one, and says as what the old file was kept. */
  static final class GoingBack {

    public static void main(String... arguments) {
      Restoring restoring =
          new CareFolder(Path.of(arguments[0])).backups().restore(Path.of(arguments[1]));
      System.out.println(
          restoring instanceof Restoring.Restored restored && restored.replaced() != null
              ? restored.replaced().fileName()
              : restoring);
    }
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
