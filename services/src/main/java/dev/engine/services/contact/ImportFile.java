package dev.engine.services.contact;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.List;
import java.util.SortedSet;

/**
 * A file that was taken apart.
 *
 * @param records in the order of the file
 * @param leftOut see {@link ImportReport#leftOut}
 */
record ImportFile(List<ImportRecord> records, SortedSet<String> leftOut) {

  /**
   * As many contacts as the largest address books of other programs hold. Each is a durable step of
   * its own: a file of lines with one letter would keep the one writer busy for hours.
   */
  static final int MOST_RECORDS = 50_000;

  /**
   * @throws InvalidInput if there are more records than anybody has contacts
   */
  ImportFile {
    if (records.size() > MOST_RECORDS) {
      throw new InvalidInput(
          "import file",
          "of at most %,d records; split it".formatted(MOST_RECORDS),
          "%,d records".formatted(records.size()));
    }
  }
}
