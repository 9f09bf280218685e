package dev.engine.app.chaos;

import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Session;
import dev.engine.persistence.SideFile;
import dev.engine.persistence.SqliteDatabase;
import dev.engine.persistence.SqliteStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A scratch store in which a script is carried out, with a clock and a randomness of the script's
 * own. Not safe for use by several threads.
 */
final class Scene implements AutoCloseable {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  /** Nobody else uses the store, so a wait would be a fault. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path folder;
  private final StepRandom random;
  private Instant now = NOON;
  private @Nullable SqliteStorage storage;

  /**
   * @param folder has the database, or will
   */
  Scene(Path folder, long seed) {
    this.folder = folder;
    this.random = new StepRandom(seed);
  }

  static Path file(Path folder) {
    return folder.resolve("system.db");
  }

  /** The write-ahead log beside {@link #file}. */
  static Path log(Path folder) {
    return SideFile.LOG.of(file(folder));
  }

  /** The index of the log, which a writer shares with others. */
  static Path index(Path folder) {
    return SideFile.INDEX.of(file(folder));
  }

  /** The database in {@code folder}, to be taken care of at noon. */
  static SqliteDatabase database(Path folder) {
    return databaseIn(file(folder));
  }

  /** The database in {@code file}, likewise. */
  static SqliteDatabase databaseIn(Path file) {
    return new SqliteDatabase(file, PATIENCE, Scene::noon);
  }

  static Instant noon() {
    return NOON;
  }

  /** From now on it is so many seconds after noon. */
  void begin(int step) {
    random.begin(step);
    now = NOON.plusSeconds(step);
  }

  SqliteStorage storage() {
    SqliteStorage opened = storage;
    if (opened == null) {
      opened = SqliteStorage.open(file(folder), PATIENCE, random);
      storage = opened;
    }
    return opened;
  }

  SqliteDatabase database() {
    return new SqliteDatabase(file(folder), PATIENCE, () -> now);
  }

  /** Where workers would leave what they say. */
  Path outputs() {
    return Path.of("/outputs");
  }

  Instant now() {
    return now;
  }

  RandomGenerator random() {
    return random;
  }

  /** Some words; of ten texts one takes several pages of the file. */
  String text(String about) {
    int words = random.nextInt(10) == 0 ? random.nextInt(500, 900) : random.nextInt(1, 20);
    return about + " and so on".repeat(words);
  }

  Session session(String claudeId) {
    return storage().sessions().find(new ClaudeSessionId(claudeId)).orElseThrow();
  }

  @Override
  public void close() {
    if (storage != null) {
      storage.close();
      storage = null;
    }
  }
}
