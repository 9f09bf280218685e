package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.database.Migrating;
import dev.engine.domain.database.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it migrates leaves the old schema or the new one. */
final class KilledMigrationTest {

  private static final int OLD = 9;

  /** The kills are spread evenly over a whole run, from its beginning to its end. */
  private static final int LAST_POINT = 6;

  /** So that the file is rewritten, too, and not only its schema. */
  private static final String SESSIONS =
      """
      INSERT INTO sessions (id, claude_session_id, role, mode, current_state, started_at, last_seen_at)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
      SELECT printf('%08x', i), 'c' || i, 'builder', 'interactive', 'idle',
        '2026-01-05T12:00:00.000Z', '2026-01-05T12:00:00.000Z'
      FROM n
      """;

  @TempDir private Path folder;

  private CareFolder care;
  private Map<Integer, SchemaShape> shapes;

  @BeforeEach
  void fill() throws SQLException {
    shapes = KnownSchemas.of(MigrationScripts.packed()).byVersion();
    care = CareFolder.in(folder);
    care.keeper(CareFolder.upTo(OLD)).migrate();
    CareFolder.run(care.file(), SESSIONS);
  }

  @Test
  void atAnyMoment() throws Exception {
    byte[] old = Files.readAllBytes(care.file());
    long wholeRun = millisOfAWholeRun();

    for (int point = 0; point <= LAST_POINT; point++) {
      Files.write(care.file(), old);
      Process child = start("packed");
      child.waitFor(wholeRun * point / LAST_POINT, TimeUnit.MILLISECONDS);
      kill(child);

      assertThatItIsWhole();
    }
  }

  @Test
  void inTheMiddleOfOneThatNeverEnds() throws Exception {
    Process child = start("endless");
    Path log = care.file().resolveSibling("system.db-wal");
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    // Only when its cache is full SQLite writes what is not committed: then it is in the middle.
    while (DatabaseFiles.bytes(log) < 4_000_000 && System.nanoTime() < deadline) {
      child.waitFor(5, TimeUnit.MILLISECONDS);
    }

    kill(child);

    assertThat(DatabaseFiles.bytes(log)).isGreaterThan(4_000_000);
    assertThat(CareFolder.query(care.file(), "PRAGMA user_version")).containsExactly("9");
    assertThatItIsWhole();
  }

  private void assertThatItIsWhole() {
    String version = CareFolder.query(care.file(), "PRAGMA user_version").getFirst();
    int expected = version.equals("9") ? OLD : SchemaVersion.CURRENT;
    assertThat(version).isEqualTo(Integer.toString(expected));
    assertThat(CareFolder.shape(care.file())).isEqualTo(shapes.get(expected));
    assertThat(care.keeper().verify(Progress.UNSEEN).isSound()).isTrue();
    assertThat(CareFolder.query(care.file(), "SELECT count(*) FROM sessions"))
        .containsExactly("1000");

    assertThat(care.keeper().migrate())
        .isInstanceOf(expected == OLD ? Migrating.Migrated.class : Migrating.UpToDate.class);
    assertThat(CareFolder.shape(care.file())).isEqualTo(shapes.get(SchemaVersion.CURRENT));
  }

  private long millisOfAWholeRun() throws Exception {
    Process child = start("packed");
    long before = System.nanoTime();
    child.waitFor();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
  }

  /** Starts a child and returns when it is about to migrate. */
  private Process start(String scripts) throws Exception {
    Process child = ChildJvm.start(Child.class, entry -> true, folder.toString(), scripts);
    assertThat(child.inputReader().readLine()).isEqualTo("ready");
    return child;
  }

  /** SIGKILL. */
  private static void kill(Process child) throws InterruptedException {
    child.destroyForcibly();
    child.waitFor();
  }

  /** Migrates, and says so right before it does. */
  static final class Child {

    public static void main(String... arguments) {
      CareFolder care = CareFolder.in(Path.of(arguments[0]));
      List<MigrationScript> scripts = new ArrayList<>(MigrationScripts.packed().all());
      if (arguments[1].equals("endless")) {
        scripts.add(MigrationScript.of(CareFolder.nextScript("endless"), ENDLESS));
      }
      care.keeper().status();
      System.out.println("ready");
      care.keeper(new MigrationScripts(scripts)).migrate();
    }

    private static final String ENDLESS =
        """
        CREATE TABLE endless (i INTEGER, filler TEXT) STRICT;
        INSERT INTO endless
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT i, hex(randomblob(500)) FROM n;
        """;
  }
}
