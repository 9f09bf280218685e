package dev.engine.domain.database;

/**
 * One step in the history of the schema.
 *
 * @param description what its file is called after the number, with blanks: {@code unified
 *     accounts}
 */
public record Migration(MigrationNumber number, String description) {

  @Override
  public String toString() {
    return number + " " + description;
  }
}
