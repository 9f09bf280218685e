package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What processes leave half done, and who may still be at it. */
final class UnfinishedFilesTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  /** Number, ticks, namespace and boot of this process. */
  private static final String[] OWN = ProcessMark.own().split("-");

  @TempDir private Path folder;

  @Test
  void thisProcessIsAlive() {
    assertThat(ProcessMark.fate(ProcessMark.own())).isEqualTo(Fate.ALIVE);
  }

  @Test
  void whatAKilledProcessLeftIsClearedAway() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path left = left(mark(Long.toString(ended.pid()), OWN[1], OWN[2], OWN[3]), NOON);
    Path lasting = left(ProcessMark.own(), Instant.EPOCH);

    Path next = DatabaseFiles.unfinished(folder.resolve("any"));

    assertThat(left).doesNotExist();
    assertThat(lasting).exists();
    assertThat(next).exists();
  }

  /** In a container, the next engine has the number of the one that was killed. */
  @Test
  void aProcessWithItsNumberIsNotTakenForIt() throws Exception {
    Path left = left(mark(OWN[0], "1", OWN[2], OWN[3]), NOON);

    DatabaseFiles.unfinished(folder.resolve("any"));

    assertThat(left).doesNotExist();
  }

  /** Of such processes nothing can be seen here: their numbers mean other processes. */
  @Test
  void whatAnotherContainerWritesStaysUntilItIsOld() throws Exception {
    Path left = left(mark("999999999", OWN[1], "1", OWN[3]), NOON);
    Path ofAnotherBoot = left(mark(OWN[0], OWN[1], OWN[2], "00000000"), NOON);
    Path unmarked = left("1-0000abcd", NOON);

    DatabaseFiles.unfinished(folder.resolve("any"));
    new BackupFolder(folder).tidy(NOON.plus(Duration.ofHours(23)));
    assertThat(left).exists();
    assertThat(ofAnotherBoot).exists();
    assertThat(unmarked).exists();
    new BackupFolder(folder).tidy(NOON.plus(Duration.ofHours(25)));

    assertThat(left).doesNotExist();
    assertThat(ofAnotherBoot).doesNotExist();
    assertThat(unmarked).doesNotExist();
  }

  @Test
  void aFolderThatATrialLeftIsClearedAwayWithAllThatIsInIt() throws Exception {
    Path left = folder.resolve("unfinished-" + mark(OWN[0], "1", OWN[2], OWN[3]) + ".0000abcd");
    Files.createDirectories(left.resolve("backups"));
    Files.writeString(left.resolve("system.db"), "half");

    DatabaseFiles.scratch(folder.resolve("any"));

    assertThat(left).doesNotExist();
  }

  @Test
  void whatCameToNothingIsTakenAway() throws Exception {
    Path path;
    try (UnfinishedFile file = UnfinishedFile.of(folder.resolve("finished"))) {
      path = file.path();
      Files.writeString(SideFile.LOG.of(path), "its log");
    }

    assertThat(path).doesNotExist();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatTookAnotherFilesPlaceStays() throws Exception {
    Path old = Files.writeString(folder.resolve("finished"), "old");

    try (UnfinishedFile file = UnfinishedFile.of(old)) {
      Files.writeString(file.path(), "new");
      file.replace(old);
    }

    assertThat(old).hasContent("new");
  }

  private Path left(String mark, Instant writtenAt) throws IOException {
    Path left = folder.resolve("unfinished-" + mark + ".0000abcd.db");
    Files.writeString(left, "half");
    Files.setLastModifiedTime(left, FileTime.from(writtenAt));
    return left;
  }

  private static String mark(String pid, String ticks, String namespace, String boot) {
    return String.join("-", pid, ticks, namespace, boot);
  }
}
