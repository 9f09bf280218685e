package dev.engine.persistence;

import dev.engine.domain.database.MigrationNumber;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Every migration that this program knows.
 *
 * @param all by number
 */
record MigrationScripts(List<MigrationScript> all) {

  /** Those that are packed with the program. */
  static MigrationScripts packed() {
    return new MigrationScripts(
        SchemaSources.migrations().stream()
            .map(name -> MigrationScript.of(name, SchemaSources.migration(name)))
            .toList());
  }

  Optional<MigrationScript> find(MigrationNumber number) {
    return all.stream().filter(script -> script.number().equals(number)).findFirst();
  }

  /** Those that need nobody's word, by number. */
  List<MigrationScript> free() {
    return all.stream().filter(script -> !script.isHeld()).toList();
  }

  /**
   * Those that need nobody's word or got it: what is offered to a file that has {@code applied}.
   */
  List<MigrationScript> freeOr(Collection<MigrationNumber> applied) {
    return all.stream()
        .filter(script -> !script.isHeld() || applied.contains(script.number()))
        .toList();
  }

  /** Those up to a number that need nobody's word, by number. */
  List<MigrationScript> freeUpTo(int number) {
    return free().stream().filter(script -> script.number().value() <= number).toList();
  }
}
