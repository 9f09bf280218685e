package dev.engine.domain.contact;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.util.List;
import java.util.Optional;

/**
 * Looking at contacts.
 *
 * <p>Any method may throw {@link StorageUnavailable}. {@code ContactsContract} is this interface in
 * tests, with {@link Contacts}.
 */
public interface ContactViews {

  Optional<Contact> find(ContactId id);

  /**
   * What {@code filter} lets through, in name order: see {@link ContactPlace}. Text is looked for
   * also in the number's {@linkplain MatchKeys key}, so that a number is found whichever way it is
   * spaced.
   */
  List<Contact> list(ContactFilter filter, Limit limit);

  /**
   * Contacts that seem to be one person, a group for each person, in name order of its first.
   *
   * @param limit of groups
   */
  List<Doubles> doubles(Limit limit);
}
