package dev.engine.persistence;

/** What the header of a file says about what is in it. */
final class SchemaVersion {

  /** {@code ENGN} in ASCII: the {@code application_id} of every Engine database. */
  static final int APPLICATION_ID = 1_162_757_966;

  /** The {@code user_version} that this program reads and writes: the last migration not held. */
  static final int CURRENT = 49;

  private SchemaVersion() {}
}
