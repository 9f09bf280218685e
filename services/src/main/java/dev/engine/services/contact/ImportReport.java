package dev.engine.services.contact;

import dev.engine.domain.contact.Contact;
import java.util.List;
import java.util.SortedSet;

/**
 * What became of every record of an imported file: each was added, known or rejected.
 *
 * @param known in the order of the file
 * @param rejected in the order of the file
 * @param leftOut what the file holds and a contact has no room for: names of columns and of vCard
 *     properties, and labels that cannot be tags
 */
public record ImportReport(
    int addedCount, List<Known> known, List<Rejected> rejected, SortedSet<String> leftOut) {

  /**
   * A record that was not added, as it is a double.
   *
   * @param line where it starts, from 1
   * @param contact the one that it is a double of, which was left as it is
   */
  public record Known(int line, String name, Contact contact) {}

  /**
   * A record that was not added, as it is no contact.
   *
   * @param line where it starts, from 1
   * @param reason one sentence
   */
  public record Rejected(int line, String reason) {}

  /** How many records the file has. */
  public int recordCount() {
    return addedCount + known.size() + rejected.size();
  }
}
