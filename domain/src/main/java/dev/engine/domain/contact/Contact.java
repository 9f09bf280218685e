package dev.engine.domain.contact;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A person whom the user knows.
 *
 * @param updatedAt when it last changed. No two states of a contact have the same, so it is also
 *     the version that an editor names; should changes come faster than one a millisecond, it runs
 *     ahead of the clock
 */
public record Contact(
    ContactId id,
    ContactDetails details,
    SortedSet<Tag> tags,
    Instant createdAt,
    Instant updatedAt) {

  /** Copies {@code tags}. */
  public Contact {
    tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
  }

  /** One that was not there before. */
  public static Contact added(ContactId id, ContactDetails details, Set<Tag> tags, Instant at) {
    Instant stored = at.truncatedTo(ChronoUnit.MILLIS);
    return new Contact(id, details, new TreeSet<>(tags), stored, stored);
  }

  /** With other details. */
  public Contact changed(ContactDetails next, Instant at) {
    return new Contact(id, next, tags, createdAt, versionAt(at));
  }

  /** With {@code more} tags; as it is if it has them all. */
  public Contact tagged(Set<Tag> more, Instant at) {
    SortedSet<Tag> all = new TreeSet<>(tags);
    return all.addAll(more) ? withTags(all, at) : this;
  }

  /** Without {@code fewer} tags; as it is if it has none of them. */
  public Contact untagged(Set<Tag> fewer, Instant at) {
    SortedSet<Tag> rest = new TreeSet<>(tags);
    return rest.removeAll(fewer) ? withTags(rest, at) : this;
  }

  /**
   * With what {@code other} has besides; see {@link ContactDetails#absorbing}. Tags are united.
   * Empty if the notes of both are too long for one.
   */
  public Optional<Contact> absorbing(Contact other, Instant at) {
    SortedSet<Tag> all = new TreeSet<>(tags);
    all.addAll(other.tags);
    return details
        .absorbing(other.details)
        .map(both -> new Contact(id, both, all, createdAt, versionAt(at)));
  }

  /** Where it stands in lists. */
  public ContactPlace place() {
    return new ContactPlace(details.name(), id);
  }

  private Contact withTags(SortedSet<Tag> next, Instant at) {
    return new Contact(id, details, next, createdAt, versionAt(at));
  }

  /** Later than the version before, also when the clock stood still or was set back. */
  private Instant versionAt(Instant at) {
    Instant stored = at.truncatedTo(ChronoUnit.MILLIS);
    return stored.isAfter(updatedAt) ? stored : updatedAt.plusMillis(1);
  }
}
