package dev.engine.services.contact;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.contact.Change;
import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.ContactFilter;
import dev.engine.domain.contact.ContactId;
import dev.engine.domain.contact.ContactViews;
import dev.engine.domain.contact.Contacts;
import dev.engine.domain.contact.Doubles;
import dev.engine.domain.contact.Merging;
import dev.engine.domain.contact.Removal;
import dev.engine.domain.contact.Tag;
import dev.engine.domain.contact.Tagging;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** The people that the user knows. */
public final class AddressBook {

  private final Contacts contacts;
  private final ContactViews views;
  private final ContactMatching matching;
  private final InstantSource clock;

  /**
   * @param region of telephone numbers that do not say theirs
   */
  public AddressBook(
      Contacts contacts, ContactViews views, PhoneRegion region, InstantSource clock) {
    this.contacts = contacts;
    this.views = views;
    this.matching = new ContactMatching(region);
    this.clock = clock;
  }

  /** Adds a contact, also where there is a double of it. */
  public Contact add(ContactDetails details, Set<Tag> tags) {
    return contacts.add(matching.entry(details), tags, clock.instant());
  }

  /** What {@code filter} lets through, in name order. */
  public Listed<Contact> list(ContactFilter filter, Page page) {
    return views.list(filter, page);
  }

  /**
   * One contact.
   *
   * @throws NotFound if there is no contact {@code id}
   */
  public Contact show(ContactId id) {
    return views.find(id).orElseThrow(() -> noContact(id));
  }

  /**
   * Replaces the details of a contact.
   *
   * @param version {@link Contact#updatedAt} of what the editor saw
   * @throws NotFound if there is no contact {@code id}
   * @throws Conflict if someone else has changed it since
   */
  public Contact change(ContactId id, Instant version, ContactDetails details) {
    return switch (contacts.change(id, version, matching.entry(details), clock.instant())) {
      case Change.Changed changed -> changed.contact();
      case Change.ChangedMeanwhile meanwhile ->
          throw new Conflict(
              "contact %s was changed meanwhile, at %s; look at it again"
                  .formatted(id, meanwhile.current().updatedAt()));
      case Change.NoSuchContact none -> throw noContact(id);
    };
  }

  /**
   * Puts tags on a contact. Doing so twice is harmless.
   *
   * @throws NotFound if there is no contact {@code id}
   */
  public Contact tag(ContactId id, Set<Tag> tags) {
    return tagged(contacts.tag(id, tags, clock.instant()));
  }

  /**
   * Takes tags off a contact. Doing so twice is harmless.
   *
   * @throws NotFound if there is no contact {@code id}
   */
  public Contact untag(ContactId id, Set<Tag> tags) {
    return tagged(contacts.untag(id, tags, clock.instant()));
  }

  /**
   * Removes a contact, and returns what it was.
   *
   * @throws NotFound if there is no contact {@code id}
   */
  public Contact remove(ContactId id) {
    return switch (contacts.remove(id, clock.instant())) {
      case Removal.Removed removed -> removed.contact();
      case Removal.NoSuchContact none -> throw noContact(id);
    };
  }

  /**
   * Contacts that seem to be one person, a group for each person, in name order of its first. They
   * are known by their keys as these were last made.
   */
  public List<Doubles> doubles(Limit limit) {
    return views.doubles(limit);
  }

  /**
   * Makes the keys by which doubles are known anew: rows that the migrations filled in know no
   * country, and those stored under another {@link PhoneRegion} the wrong one.
   *
   * @return how many contacts have other keys now
   */
  public int renewKeys() {
    return contacts.renewKeys(matching::keys, clock.instant());
  }

  /**
   * Makes two contacts one, by {@link Contact#absorbing}: {@code kept} stays, {@code absorbed} is
   * removed.
   *
   * @throws NotFound if one of the two does not exist
   * @throws InvalidInput if the two are the same
   * @throws Conflict if their notes are too long for one contact
   */
  public Contact merge(ContactId kept, ContactId absorbed) {
    return switch (contacts.merge(kept, absorbed, clock.instant())) {
      case Merging.Merged merged -> merged.contact();
      case Merging.WithItself same ->
          throw new InvalidInput("contact to merge", "another than " + kept, absorbed.value());
      case Merging.NotesTooLong tooLong ->
          throw new Conflict(
              "contacts %s and %s have notes that are too long together; shorten them first"
                  .formatted(kept, absorbed));
      case Merging.NoSuchContact none -> throw noContact(none.id());
    };
  }

  private static Contact tagged(Tagging tagging) {
    return switch (tagging) {
      case Tagging.Tagged now -> now.contact();
      case Tagging.TaggedBefore before -> before.contact();
      case Tagging.NoSuchContact none -> throw noContact(none.id());
    };
  }

  private static NotFound noContact(ContactId id) {
    return new NotFound("contact", id);
  }
}
