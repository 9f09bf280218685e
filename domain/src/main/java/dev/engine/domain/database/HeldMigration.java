package dev.engine.domain.database;

import java.util.List;

/**
 * A destructive migration that waits for the person's word.
 *
 * @param reason why it is held, as its file says
 * @param drops the tables it would drop with the rows they have now, in the order it drops them
 */
public record HeldMigration(Migration migration, String reason, List<TableRows> drops) {

  public HeldMigration {
    drops = List.copyOf(drops);
  }
}
