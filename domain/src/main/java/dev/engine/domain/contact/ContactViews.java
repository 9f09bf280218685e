package dev.engine.domain.contact;

import dev.engine.domain.Limit;
import dev.engine.domain.ListOrder;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
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

  /** The order of {@link #list}. */
  ListOrder<Contact, ContactPlace> ORDER =
      new ListOrder<>(
          "contacts",
          Contact::place,
          place -> List.of(place.name(), place.id().value()),
          words -> new ContactPlace(words.getFirst(), new ContactId(words.getLast())));

  Optional<Contact> find(ContactId id);

  /**
   * What {@code filter} lets through, in name order: see {@link ContactPlace}. One that is renamed
   * while pages are read may be on two of them or on none. Text is looked for also in the number's
   * {@linkplain MatchKeys key}, so that a number is found whichever way it is spaced.
   */
  Listed<Contact> list(ContactFilter filter, Page page);

  /**
   * Contacts that seem to be one person, a group for each person, in name order of its first.
   *
   * @param limit of groups
   */
  List<Doubles> doubles(Limit limit);
}
