package dev.engine.domain.contact;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

/**
 * The people that the user knows, and every change to them; {@link ContactViews} looks at them.
 *
 * <p>Each method is one atomic step and safe against other processes on the same store. Any of them
 * may throw {@link StorageUnavailable}. {@code ContactsContract} is this interface in tests.
 */
public interface Contacts {

  /** Adds a contact, also where it is a double of another. */
  Contact add(ContactEntry entry, Set<Tag> tags, Instant at);

  /**
   * Adds a contact unless one is stored that shares a key with it, or has the very same details: so
   * nobody is imported twice.
   */
  Adding addIfNew(ContactEntry entry, Set<Tag> tags, Instant at);

  /**
   * Replaces the details of {@code id}, if it is still as the editor saw it.
   *
   * @param version {@link Contact#updatedAt} of what the editor saw
   */
  Change change(ContactId id, Instant version, ContactEntry entry, Instant at);

  /** Puts {@code tags} on {@code id}, beside those that it has. */
  Tagging tag(ContactId id, Set<Tag> tags, Instant at);

  /** Takes {@code tags} off {@code id}, those that it has. */
  Tagging untag(ContactId id, Set<Tag> tags, Instant at);

  /**
   * Makes two contacts one, by {@link Contact#absorbing}: {@code kept} stays, {@code absorbed} is
   * removed.
   */
  Merging merge(ContactId kept, ContactId absorbed, Instant at);

  /** Removes a contact with its tags. */
  Removal remove(ContactId id, Instant at);

  /**
   * Makes the keys of every contact anew: those of contacts that an earlier version stored, or that
   * were stored when numbers were read as another country's. No contact gets a new version by it.
   *
   * @param rule gives the keys of details
   * @return how many contacts have other keys now
   */
  int renewKeys(Function<ContactDetails, MatchKeys> rule, Instant at);
}
