package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.Backups;
import dev.engine.domain.database.Drilling;
import dev.engine.domain.database.Progress;
import dev.engine.domain.ping.PingExamples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that take backups and write all the while are killed at random moments, {@code
 * -Dengine.kills=200} of them for a long run and {@code -Dengine.seed=7} for other moments: what
 * has the name of a backup is one, and what was reported is there.
 */
final class KilledBackupTest {

  private static final int KILLS = Integer.getInteger("engine.kills", 6);

  /** Long enough for some whole backups. */
  private static final int LONGEST_LIFE_MILLIS = 600;

  @TempDir private Path folder;

  private final SplittableRandom random = new SplittableRandom(Long.getLong("engine.seed", 1));
  private CareFolder care;

  @BeforeEach
  void fill() {
    care = CareFolder.in(folder);
    care.keeper().migrate();
    CareFolder.run(care.file(), BackupsTest.ROWS);
  }

  @Test
  void whatHasTheNameOfABackupIsOne() throws Exception {
    int cutOff = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      List<String> reported = killed(random.nextInt(LONGEST_LIFE_MILLIS));
      cutOff += leftovers().isEmpty() ? 0 : 1;

      assertThatAllAreWhole(reported);
    }

    assertThat(cutOff).as("kills in the midst of a backup").isPositive();
  }

  private void assertThatAllAreWhole(List<String> reported) {
    Backups backups = care.backups();
    backups.tidy();
    List<Backup> all = backups.list();

    assertThat(leftovers()).isEmpty();
    assertThat(all).extracting(Backup::fileName).containsAll(reported);
    for (Backup backup : all) {
      assertThat(backup.seal()).as(backup.fileName()).isNotNull();
      assertThat(backups.verify(backup, Progress.UNSEEN).problems())
          .as(backup.fileName())
          .isEmpty();
    }
    if (!all.isEmpty()) {
      assertThat(backups.drill(all.getFirst(), Progress.UNSEEN))
          .isInstanceOf(Drilling.Proven.class);
    }
    all.forEach(backups::remove);
    assertThat(care.keeper().verify(Progress.UNSEEN).isSound()).isTrue();
  }

  /** Lets a process live for so long, and returns the backups that it has reported. */
  private List<String> killed(int millis) throws Exception {
    Process child = ChildJvm.start(BackingUp.class, entry -> true, care.file().toString());
    List<String> reported = new ArrayList<>();
    reported.add(String.valueOf(ChildJvm.line(child))); // from then on it is at work
    child.waitFor(millis, TimeUnit.MILLISECONDS);
    child.toHandle().destroyForcibly(); // a process would close what can still be read
    for (String line = ChildJvm.line(child); line != null; line = ChildJvm.line(child)) {
      if (line.endsWith(".db")) { // the last one may be cut off
        reported.add(line);
      }
    }
    child.waitFor();
    return reported;
  }

  private List<Path> leftovers() {
    return DatabaseFiles.list(care.file().resolveSibling("backups")).stream()
        .filter(file -> String.valueOf(file.getFileName()).startsWith("unfinished-"))
        .toList();
  }

  /** Backs up again and again, and says each time which it was; another thread writes. */
  static final class BackingUp {

    public static void main(String... arguments) {
      Path file = Path.of(arguments[0]);
      SqliteStorage storage =
          SqliteStorage.open(file, TestDatabases.BUSY_TIMEOUT, new SplittableRandom());
      ask(storage);
      Thread.ofPlatform().start(() -> write(storage));
      Backups backups =
          new SqliteDatabase(file, Duration.ofSeconds(10), InstantSource.system()).backups();
      while (true) {
        System.out.println(backups.take(new BackupName("killed"), Progress.UNSEEN).fileName());
      }
    }

    private static void write(SqliteStorage storage) {
      while (true) {
        ask(storage);
      }
    }

    private static void ask(SqliteStorage storage) {
      storage.pings().send(PingExamples.question("Go on?"), PingExamples.NOON);
    }
  }
}
