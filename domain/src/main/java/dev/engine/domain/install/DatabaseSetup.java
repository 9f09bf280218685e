package dev.engine.domain.install;

import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.id.WireName;

/**
 * What setting up needs of the care for databases.
 *
 * <p>Both methods may throw {@link StorageUnavailable} if the file cannot be opened now, and {@link
 * StorageRefused} if it is damaged, not Engine's, or newer than this program.
 */
public interface DatabaseSetup {

  /** Makes the database of {@code home}, or brings it up to this program's version. */
  Prepared prepare(HomeFolder home);

  /**
   * The schema version of {@code home}'s database.
   *
   * @throws StorageUnavailable also if there is none
   */
  int version(HomeFolder home);

  /**
   * A database that is ready.
   *
   * @param version of its schema
   */
  record Prepared(Change change, int version) {}

  /** What had to be done. */
  enum Change implements WireName {
    MADE("made"),
    MIGRATED("migrated"),
    NONE("none");

    private final String wireName;

    Change(String wireName) {
      this.wireName = wireName;
    }

    @Override
    public String wireName() {
      return wireName;
    }

    @Override
    public String toString() {
      return wireName;
    }
  }
}
