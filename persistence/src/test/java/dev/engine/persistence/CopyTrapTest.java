package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.ping.PingExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that opens and closes the live file by itself loses SQLite's locks on it, and the next
 * one to go deletes the log under it (ADR 0010).
 */
final class CopyTrapTest {

  private static final int COMMITS = 20;

  @TempDir private Path folder;

  /** What this machine does, as when the folder is copied file by file. */
  @Test
  void withoutTheGuardCommitsVanishAndTheFileIsSaidToBeSound() throws Exception {
    Path file = TestDatabases.file(folder);

    List<String> acknowledged = committedInTheTrap(file, Unguarded.class, "true");

    assertThat(acknowledged).hasSize(COMMITS).allMatch(line -> line.startsWith("stored "));
    assertThat(CareFolder.query(file, "SELECT id FROM pings")).isEmpty();
    assertThat(CareFolder.query(file, "PRAGMA integrity_check")).containsExactly("ok");
  }

  /** From 3.51 on SQLite asks for the lock on the index, too; one before that would not. */
  @Test
  void whereOnlyTheFileIsOpenedTheLockOnTheIndexSavesTheLog() throws Exception {
    Path file = TestDatabases.file(folder);

    List<String> acknowledged = committedInTheTrap(file, Unguarded.class, "false");

    assertThat(acknowledged).hasSize(COMMITS).allMatch(line -> line.startsWith("stored "));
    assertThat(count(file)).containsExactly(Integer.toString(COMMITS));
  }

  @Test
  void aServingStoreAcknowledgesNothingThatWouldVanish() throws Exception {
    Path file = TestDatabases.file(folder);

    List<String> answers = committedInTheTrap(file, Serving.class, "true");

    assertThat(answers).hasSize(COMMITS).allMatch(line -> line.startsWith("refused "));
    assertThat(CareFolder.query(file, "PRAGMA integrity_check")).containsExactly("ok");
  }

  @Test
  void aCommandAcknowledgesNothingThatWouldVanish() throws Exception {
    Path file = TestDatabases.file(folder);

    List<String> answers = committedInTheTrap(file, Command.class, "true");

    assertThat(answers).hasSize(COMMITS).allMatch(line -> line.startsWith("refused "));
  }

  @Test
  void whoSharesTheFileUnharmedIsNotRefused() {
    Path file = TestDatabases.file(folder);
    try (SqliteStorage serving = serve(file)) {
      try (SqliteStorage other = open(file)) {
        other.pings().send(PingExamples.question("Go on?"), PingExamples.NOON);
      }

      serving.pings().send(PingExamples.question("Go on?"), PingExamples.NOON);

      serving.requireLog();
    }
    assertThat(count(file)).containsExactly("2");
  }

  @Test
  void aLogThatIsReplacedIsNoticedAlthoughOneIsThere() throws Exception {
    Path file = TestDatabases.file(folder);
    try (SqliteStorage serving = serve(file)) {
      serving.requireLog();
      Path copy = folder.resolve("copy");
      Files.write(copy, new byte[0]);
      Files.move(copy, SideFile.LOG.of(file), StandardCopyOption.REPLACE_EXISTING);

      assertThat(answer(serving)).isEqualTo("refused ENG-2002");
    }
  }

  /** What a store that is gone would copy over what others have written is left where it is. */
  @Test
  void whoeverLostItsLogLeavesTheFileToOthersWhenItEnds() throws Exception {
    Path file = TestDatabases.file(folder);
    Process ending = ChildJvm.start(Ending.class, entry -> true, file.toString());

    assertThat(ChildJvm.output(ending)).containsExactly("refused ENG-2002");

    assertThat(SideFile.LOG.of(file)).doesNotExist();
    assertThat(count(file)).containsExactly("0");
  }

  /**
   * Has a process fall into the trap, another one be the last to close the file, and the first
   * write what it can, and end without a farewell.
   */
  private static List<String> committedInTheTrap(Path file, Class<?> victim, String alsoIndex)
      throws Exception {
    Process trapped = ChildJvm.start(victim, entry -> true, file.toString(), alsoIndex);
    try {
      assertThat(ChildJvm.line(trapped)).isEqualTo("open");
      Process last = ChildJvm.start(Closing.class, entry -> true, file.toString());
      assertThat(ChildJvm.complaints(last)).isEmpty();
      assertThat(last.waitFor()).isZero();
      ChildJvm.tell(trapped);
      List<String> answers = new ArrayList<>();
      for (int i = 0; i < COMMITS; i++) {
        answers.add(String.valueOf(ChildJvm.line(trapped)));
      }
      return answers;
    } finally {
      trapped.destroyForcibly().waitFor();
    }
  }

  private static List<String> count(Path file) {
    return CareFolder.query(file, "SELECT count(*) FROM pings");
  }

  private static SqliteStorage open(Path file) {
    return SqliteStorage.open(file, TestDatabases.BUSY_TIMEOUT, new SplittableRandom(3));
  }

  private static SqliteStorage serve(Path file) {
    return SqliteStorage.serve(
        file,
        TestDatabases.BUSY_TIMEOUT,
        new SplittableRandom(7),
        dev.engine.persistence.Serving.standard(System::nanoTime));
  }

  private static String answer(SqliteStorage storage) {
    try {
      return "stored " + storage.pings().send(PingExamples.question("Go?"), PingExamples.NOON).id();
    } catch (StorageRefused refusal) {
      return "refused " + refusal.code();
    }
  }

  private static void fall(Path file, boolean alsoIndex) throws IOException {
    Files.readAllBytes(file);
    if (alsoIndex) {
      Files.readAllBytes(file.resolveSibling(file.getFileName() + "-shm"));
    }
    System.out.println("open");
    System.in.read();
  }

  /** Opens the store and closes it. */
  static final class Closing {
    public static void main(String... arguments) {
      open(Path.of(arguments[0])).close();
    }
  }

  /** An engine. */
  static final class Serving {
    public static void main(String... arguments) throws IOException {
      SqliteStorage storage = serve(Path.of(arguments[0]));
      fall(Path.of(arguments[0]), Boolean.parseBoolean(arguments[1]));
      for (int i = 0; i < COMMITS; i++) {
        System.out.println(answer(storage));
      }
    }
  }

  /** An engine whose log is deleted, and that then ends as it should. */
  static final class Ending {
    public static void main(String... arguments) throws IOException {
      Path file = Path.of(arguments[0]);
      try (SqliteStorage storage = serve(file)) {
        storage.pings().send(PingExamples.question("Mine?"), PingExamples.NOON);
        Files.delete(SideFile.LOG.of(file));
        System.out.println(answer(storage));
      }
    }
  }

  /** A command that takes its time. */
  static final class Command {
    public static void main(String... arguments) throws IOException {
      SqliteStorage storage = open(Path.of(arguments[0]));
      fall(Path.of(arguments[0]), Boolean.parseBoolean(arguments[1]));
      for (int i = 0; i < COMMITS; i++) {
        System.out.println(answer(storage));
      }
    }
  }

  /** A connection as ours are, without anybody who watches it. */
  static final class Unguarded {
    public static void main(String... arguments) throws Exception {
      Path file = Path.of(arguments[0]);
      Connection connection = Connections.open(file, TestDatabases.BUSY_TIMEOUT);
      fall(file, Boolean.parseBoolean(arguments[1]));
      for (int i = 0; i < COMMITS; i++) {
        String id = "%08x".formatted(i);
        try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO pings (id, urgency, message, created_at) VALUES (?, 'normal', 'Go?',"
                    + " '2026-01-05T12:00:00.000Z')")) {
          insert.setString(1, id);
          insert.executeUpdate();
        }
        System.out.println("stored " + id);
      }
    }
  }
}
