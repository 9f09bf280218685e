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

/** Contacts with their tags, read in one statement whatever their number. */
final class ContactRows {

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
}
