package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.CONTACTS;

import dev.engine.domain.contact.Adding;
import dev.engine.domain.contact.Change;
import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.ContactEntry;
import dev.engine.domain.contact.ContactEvents;
import dev.engine.domain.contact.ContactId;
import dev.engine.domain.contact.Contacts;
import dev.engine.domain.contact.MatchKeys;
import dev.engine.domain.contact.Merging;
import dev.engine.domain.contact.Removal;
import dev.engine.domain.contact.Tag;
import dev.engine.domain.contact.Tagging;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * {@link Contacts} in SQLite. A step reads what it changes inside its own write transaction, which
 * no other writer can enter.
 */
final class JooqContacts implements Contacts {

  private static final Comparator<Contact> OLDEST_FIRST =
      Comparator.comparing(Contact::createdAt).thenComparing(contact -> contact.id().value());

  private final JooqTransactions transactions;
  private final RandomGenerator random;
  private final JooqJournal journal;

  JooqContacts(JooqTransactions transactions, RandomGenerator random, JooqJournal journal) {
    this.transactions = transactions;
    this.random = random;
    this.journal = journal;
  }

  @Override
  public Contact add(ContactEntry entry, Set<Tag> tags, Instant at) {
    return transactions.write(db -> insert(db, entry, tags, at));
  }

  @Override
  public Adding addIfNew(ContactEntry entry, Set<Tag> tags, Instant at) {
    return transactions.write(
        db ->
            oldestDouble(db, entry)
                .<Adding>map(Adding.KnownAs::new)
                .orElseGet(() -> new Adding.Added(insert(db, entry, tags, at))));
  }

  @Override
  public Change change(ContactId id, Instant version, ContactEntry entry, Instant at) {
    return transactions.write(
        db ->
            ContactRows.find(db, id)
                .map(stored -> change(db, stored, version, entry, at))
                .orElseGet(() -> new Change.NoSuchContact(id)));
  }

  @Override
  public Tagging tag(ContactId id, Set<Tag> tags, Instant at) {
    return retag(id, contact -> contact.tagged(tags, at), at);
  }

  @Override
  public Tagging untag(ContactId id, Set<Tag> tags, Instant at) {
    return retag(id, contact -> contact.untagged(tags, at), at);
  }

  @Override
  public Merging merge(ContactId kept, ContactId absorbed, Instant at) {
    return transactions.write(
        db -> {
          Optional<Contact> stays = ContactRows.find(db, kept);
          Optional<Contact> goes = ContactRows.find(db, absorbed);
          if (stays.isEmpty() || goes.isEmpty()) {
            return new Merging.NoSuchContact(stays.isEmpty() ? kept : absorbed);
          }
          return kept.equals(absorbed)
              ? new Merging.WithItself(kept)
              : merge(db, stays.get(), goes.get(), at);
        });
  }

  @Override
  public Removal remove(ContactId id, Instant at) {
    return transactions.write(
        db ->
            ContactRows.find(db, id)
                .<Removal>map(stored -> new Removal.Removed(removed(db, stored, at)))
                .orElseGet(() -> new Removal.NoSuchContact(id)));
  }

  @Override
  public int renewKeys(Function<ContactDetails, MatchKeys> rule, Instant at) {
    return transactions.write(
        db -> {
          int renewed = 0;
          for (Record row : db.selectFrom(CONTACTS).orderBy(CONTACTS.ID).fetch()) {
            MatchKeys keys = rule.apply(ContactRows.details(row));
            if (!keys.equals(ContactRows.keys(row))) {
              ContactRows.updateKeys(db, row.get(CONTACTS.ID), keys);
              renewed++;
            }
          }
          journal.add(db, ContactEvents.keysRenewed(renewed, at));
          return renewed;
        });
  }

  private Contact insert(DSLContext db, ContactEntry entry, Set<Tag> tags, Instant at) {
    Contact added = Contact.added(ContactId.random(random), entry.details(), tags, at);
    while (!ContactRows.isInserted(db, added, entry.keys())) {
      // its id was taken
      added = Contact.added(ContactId.random(random), entry.details(), tags, at);
    }
    ContactRows.replaceTags(db, added);
    journal.add(db, ContactEvents.added(added, at));
    return added;
  }

  private Contact removed(DSLContext db, Contact stored, Instant at) {
    ContactRows.delete(db, stored.id());
    journal.add(db, ContactEvents.removed(stored, at));
    return stored;
  }

  private static Optional<Contact> oldestDouble(DSLContext db, ContactEntry entry) {
    // One query for each way to be a double: of them all in one, SQLite would walk the table.
    return Stream.of(
            // With a key that is not there, the comparison is with null, and so true of no row.
            CONTACTS.EMAIL_NORMAL.eq(entry.keys().email()),
            CONTACTS.PHONE_NORMAL.eq(entry.keys().phone()),
            hasDetails(entry.details()))
        .flatMap(isDouble -> oldest(db, isDouble).stream())
        .min(OLDEST_FIRST);
  }

  private static Optional<Contact> oldest(DSLContext db, Condition isDouble) {
    return ContactRows.where(db, isDouble)
        .orderBy(CONTACTS.CREATED_AT, CONTACTS.ID)
        .limit(1)
        .fetchOptional(ContactRows::contact);
  }

  private static Condition hasDetails(ContactDetails details) {
    return ContactRows.NAME_ORDER
        .eq(details.name()) // so that the index is used
        .and(CONTACTS.NAME.eq(details.name()))
        .and(CONTACTS.EMAIL.isNotDistinctFrom(details.email()))
        .and(CONTACTS.PHONE.isNotDistinctFrom(details.phone()))
        .and(CONTACTS.NOTES.eq(details.notes()));
  }

  private Change change(
      DSLContext db, Contact stored, Instant version, ContactEntry entry, Instant at) {
    if (!stored.updatedAt().equals(version)) {
      return new Change.ChangedMeanwhile(stored);
    }
    Contact changed = stored.changed(entry.details(), at);
    ContactRows.update(db, changed);
    ContactRows.updateKeys(db, changed.id(), entry.keys());
    journal.add(db, ContactEvents.changed(stored, changed, at));
    return new Change.Changed(changed);
  }

  private Tagging retag(ContactId id, UnaryOperator<Contact> retagging, Instant at) {
    return transactions.write(
        db ->
            ContactRows.find(db, id)
                .map(stored -> retag(db, stored, retagging.apply(stored), at))
                .orElseGet(() -> new Tagging.NoSuchContact(id)));
  }

  private Tagging retag(DSLContext db, Contact stored, Contact tagged, Instant at) {
    if (tagged.equals(stored)) {
      return new Tagging.TaggedBefore(stored);
    }
    ContactRows.update(db, tagged);
    ContactRows.replaceTags(db, tagged);
    journal.add(db, ContactEvents.changed(stored, tagged, at));
    return new Tagging.Tagged(tagged);
  }

  private Merging merge(DSLContext db, Contact stays, Contact goes, Instant at) {
    Optional<Contact> merged = stays.absorbing(goes, at);
    if (merged.isEmpty()) {
      return new Merging.NotesTooLong(stays, goes);
    }
    MatchKeys keys = ContactRows.keys(db, stays.id()).absorbing(ContactRows.keys(db, goes.id()));
    ContactRows.delete(db, goes.id());
    ContactRows.update(db, merged.get());
    ContactRows.updateKeys(db, stays.id(), keys);
    ContactRows.replaceTags(db, merged.get());
    journal.add(db, ContactEvents.merged(merged.get(), goes, at));
    return new Merging.Merged(merged.get(), goes);
  }
}
