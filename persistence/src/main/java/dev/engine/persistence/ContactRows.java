package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.CONTACTS;
import static dev.engine.persistence.db.Tables.CONTACT_TAGS;

import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.ContactId;
import dev.engine.domain.contact.MatchKeys;
import dev.engine.domain.contact.Tag;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/** The rows of contacts and their tags; any number of contacts is read in one statement. */
final class ContactRows {

  /** As the index {@code contacts_by_name} has it. */
  static final Field<String> NAME_ORDER = CONTACTS.NAME.collate("NOCASE");

  private static final Field<List<Tag>> TAGS =
      DSL.multiset(
              DSL.select(CONTACT_TAGS.TAG)
                  .from(CONTACT_TAGS)
                  .where(CONTACT_TAGS.CONTACT_ID.eq(CONTACTS.ID)))
          .as("tags")
          .convertFrom(tags -> tags.map(Record1::value1));

  private ContactRows() {}

  static SelectConditionStep<Record> where(DSLContext db, Condition condition) {
    return db.select(CONTACTS.asterisk(), TAGS).from(CONTACTS).where(condition);
  }

  static Optional<Contact> find(DSLContext db, ContactId id) {
    return where(db, CONTACTS.ID.eq(id)).fetchOptional(ContactRows::contact);
  }

  static Contact contact(Record row) {
    return new Contact(
        row.get(CONTACTS.ID),
        details(row),
        new TreeSet<>(row.get(TAGS)),
        row.get(CONTACTS.CREATED_AT),
        row.get(CONTACTS.UPDATED_AT));
  }

  static ContactDetails details(Record row) {
    return new ContactDetails(
        row.get(CONTACTS.NAME),
        row.get(CONTACTS.EMAIL),
        row.get(CONTACTS.PHONE),
        row.get(CONTACTS.NOTES));
  }

  static MatchKeys keys(Record row) {
    return new MatchKeys(row.get(CONTACTS.EMAIL_NORMAL), row.get(CONTACTS.PHONE_NORMAL));
  }

  /** The keys of a contact that is stored. */
  static MatchKeys keys(DSLContext db, ContactId id) {
    return db.selectFrom(CONTACTS).where(CONTACTS.ID.eq(id)).fetchSingle(ContactRows::keys);
  }

  /** Stores {@code added} without its tags, unless its id is taken. */
  static boolean isInserted(DSLContext db, Contact added, MatchKeys keys) {
    ContactDetails details = added.details();
    int rows =
        db.insertInto(CONTACTS)
            .set(CONTACTS.ID, added.id())
            .set(CONTACTS.NAME, details.name())
            .set(CONTACTS.EMAIL, details.email())
            .set(CONTACTS.PHONE, details.phone())
            .set(CONTACTS.NOTES, details.notes())
            .set(CONTACTS.CREATED_AT, added.createdAt())
            .set(CONTACTS.UPDATED_AT, added.updatedAt())
            .set(CONTACTS.EMAIL_NORMAL, keys.email())
            .set(CONTACTS.PHONE_NORMAL, keys.phone())
            .onConflict(CONTACTS.ID)
            .doNothing()
            .execute();
    return rows == 1;
  }

  /** Stores all that an edit changes, but keys and tags. */
  static void update(DSLContext db, Contact changed) {
    db.update(CONTACTS)
        .set(CONTACTS.NAME, changed.details().name())
        .set(CONTACTS.EMAIL, changed.details().email())
        .set(CONTACTS.PHONE, changed.details().phone())
        .set(CONTACTS.NOTES, changed.details().notes())
        .set(CONTACTS.UPDATED_AT, changed.updatedAt())
        .where(CONTACTS.ID.eq(changed.id()))
        .execute();
  }

  static void updateKeys(DSLContext db, ContactId id, MatchKeys keys) {
    db.update(CONTACTS)
        .set(CONTACTS.EMAIL_NORMAL, keys.email())
        .set(CONTACTS.PHONE_NORMAL, keys.phone())
        .where(CONTACTS.ID.eq(id))
        .execute();
  }

  /** Stores the tags of {@code contact} in place of those stored before. */
  static void replaceTags(DSLContext db, Contact contact) {
    db.deleteFrom(CONTACT_TAGS).where(CONTACT_TAGS.CONTACT_ID.eq(contact.id())).execute();
    insertTags(db, contact);
  }

  /** Deletes a contact with its tags. */
  static void delete(DSLContext db, ContactId id) {
    db.deleteFrom(CONTACTS).where(CONTACTS.ID.eq(id)).execute();
  }

  private static void insertTags(DSLContext db, Contact contact) {
    db.insertInto(CONTACT_TAGS, CONTACT_TAGS.CONTACT_ID, CONTACT_TAGS.TAG)
        .valuesOfRows(contact.tags().stream().map(tag -> DSL.row(contact.id(), tag)).toList())
        .execute();
  }
}
