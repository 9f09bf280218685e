package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs that SQLite has written, followed commit by commit and played into their file. */
final class LogPlaceTest {

  private static final int COMMITS = 12;

  @TempDir private Path folder;

  private final SplittableRandom random = new SplittableRandom(7);

  @ParameterizedTest
  @ValueSource(ints = {512, 1_024, 4_096, 16_384, 65_536})
  void aWholeLogIsFollowedToItsEnd(int pageSize) throws Exception {
    try (Connection connection = made(pageSize)) {
      List<Integer> ends = written(connection, COMMITS);

      LogPlace.Way way = LogPlace.START.follow(log());

      assertThat(way.length()).isEqualTo(ends.getLast());
      assertThat(way.end().frames()).isEqualTo(SqliteDatabase.logLength(connection).frames());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 4_096, 65_536})
  void aTornLogEndsBehindTheLastWholeCommit(int pageSize) throws Exception {
    try (Connection connection = made(pageSize)) {
      List<Integer> ends = written(connection, COMMITS);
      byte[] log = log();
      for (int i = 0; i < 200; i++) {
        int cut = random.nextInt(log.length);

        LogPlace.Way way = LogPlace.START.follow(Arrays.copyOf(log, cut));

        assertThat(way.length()).as("cut at %d", cut).isEqualTo(lastAtMost(ends, cut));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 4_096})
  void aByteThatIsNotWhatItWasEndsItBefore(int pageSize) throws Exception {
    try (Connection connection = made(pageSize)) {
      List<Integer> ends = written(connection, COMMITS);
      for (int i = 0; i < 200; i++) {
        byte[] log = log();
        int at = random.nextInt(log.length);
        log[at] ^= (byte) (1 << random.nextInt(8));

        LogPlace.Way way = LogPlace.START.follow(log);

        assertThat(way.length()).as("flipped at %d", at).isEqualTo(lastAtMost(ends, at));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1_024, 4_096})
  void followedInPiecesItIsTheSame(int pageSize) throws Exception {
    try (Connection connection = made(pageSize)) {
      written(connection, COMMITS);
      byte[] log = log();

      LogPlace place = LogPlace.START;
      for (int known = 0; known < log.length; known += random.nextInt(1, 40_000)) {
        int from = Math.toIntExact(place.offset());
        place = place.follow(Arrays.copyOfRange(log, from, Math.max(from, known))).end();
      }
      place = place.follow(Arrays.copyOfRange(log, (int) place.offset(), log.length)).end();

      assertThat(place).isEqualTo(LogPlace.START.follow(log).end());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 4_096})
  void whatIsLeftOverFromBeforeTheLogBeganAnewIsNotFollowed(int pageSize) throws Exception {
    try (Connection connection = made(pageSize)) {
      written(connection, COMMITS);
      LogPlace before = LogPlace.START.follow(log()).end();
      Sql.first(connection, row -> 0, "PRAGMA wal_checkpoint(PASSIVE)");
      written(connection, 1);
      byte[] log = log();

      LogPlace.Way anew = LogPlace.START.follow(log);

      assertThat(anew.end().frames()).isEqualTo(SqliteDatabase.logLength(connection).frames());
      assertThat(anew.length()).isLessThan(log.length);
      assertThat(anew.end().header()).isNotEqualTo(before.header());
      byte[] behind = Arrays.copyOfRange(log, (int) before.offset(), log.length + pageSize);
      assertThat(before.follow(behind).length()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 1_024, 4_096, 65_536})
  void playedIntoItsFileItIsWhatSqliteMakesOfIt(int pageSize) throws Exception {
    Path copy = folder.resolve("copy.db");
    Path copiedLog = folder.resolve("copy.db-wal");
    try (Connection connection = made(pageSize)) {
      written(connection, 3);
      Sql.first(connection, row -> 0, "PRAGMA wal_checkpoint(TRUNCATE)");
      Files.copy(file(), copy);
      written(connection, COMMITS);
      Sql.update(connection, "DELETE FROM things WHERE n > 2");
      Sql.update(connection, "VACUUM");
      byte[] log = log();
      Files.write(copiedLog, Arrays.copyOf(log, log.length + 1_000)); // with a torn end
      Sql.first(connection, row -> 0, "PRAGMA wal_checkpoint(TRUNCATE)");

      CopyFiles.fold(copiedLog, copy);
      CopyFiles.fold(copiedLog, copy); // as if it had been cut off before

      assertThat(copy).hasSameBinaryContentAs(file());
    }
  }

  private Path file() {
    return folder.resolve("log.db");
  }

  private byte[] log() throws IOException {
    return Files.readAllBytes(folder.resolve("log.db-wal"));
  }

  private Connection made(int pageSize) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA page_size = " + pageSize);
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA wal_autocheckpoint = 0");
      statement.execute("CREATE TABLE things (n INTEGER, text TEXT)");
    }
    return connection;
  }

  /** Commits so many times; returns where in the log each commit ends. */
  private List<Integer> written(Connection connection, int commits)
      throws SQLException, IOException {
    List<Integer> ends = new ArrayList<>();
    ends.add(log().length);
    for (int n = 0; n < commits; n++) {
      String text = "x".repeat(random.nextInt(1, 20_000));
      Sql.update(connection, "INSERT INTO things VALUES (?, ?)", n, text);
      ends.add(log().length);
    }
    return ends;
  }

  private static int lastAtMost(List<Integer> ends, int position) {
    return ends.stream().filter(end -> end <= position).mapToInt(end -> end).max().orElse(0);
  }
}
