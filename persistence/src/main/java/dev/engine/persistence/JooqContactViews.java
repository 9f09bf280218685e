package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.CONTACTS;
import static dev.engine.persistence.db.Tables.CONTACT_TAGS;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactFilter;
import dev.engine.domain.contact.ContactId;
import dev.engine.domain.contact.ContactPlace;
import dev.engine.domain.contact.ContactViews;
import dev.engine.domain.contact.Doubles;
import dev.engine.domain.contact.MatchKeys;
import dev.engine.domain.contact.SearchText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** {@link ContactViews} in SQLite. */
final class JooqContactViews implements ContactViews {

  private final JooqTransactions transactions;

  JooqContactViews(JooqTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Contact> find(ContactId id) {
    return transactions.read(db -> ContactRows.find(db, id));
  }

  @Override
  public Listed<Contact> list(ContactFilter filter, Page page) {
    Condition fromHere =
        ORDER.start(page).map(JooqContactViews::isAfter).orElseGet(DSL::noCondition);
    return transactions.read(
        db ->
            ORDER.listed(
                ContactRows.where(db, condition(filter))
                    .and(fromHere)
                    .orderBy(ContactRows.NAME_ORDER, CONTACTS.ID)
                    .limit(page.rowsToFind())
                    .fetch(ContactRows::contact),
                page));
  }

  @Override
  public List<Doubles> doubles(Limit limit) {
    return transactions.read(
        db -> {
          SequencedMap<Contact, MatchKeys> suspects = new LinkedHashMap<>();
          ContactRows.where(
                  db, isShared(db, CONTACTS.EMAIL_NORMAL).or(isShared(db, CONTACTS.PHONE_NORMAL)))
              .orderBy(ContactRows.NAME_ORDER, CONTACTS.ID)
              .forEach(row -> suspects.put(ContactRows.contact(row), ContactRows.keys(row)));
          return Doubles.among(suspects).stream().limit(limit.rows()).toList();
        });
  }

  private static Condition isShared(DSLContext db, TableField<?, String> key) {
    return key.in(
        db.select(key)
            .from(CONTACTS)
            .where(key.isNotNull())
            .groupBy(key)
            .having(DSL.count().gt(1)));
  }

  private static Condition condition(ContactFilter filter) {
    Condition condition = DSL.noCondition();
    if (filter.text() != null) {
      condition = condition.and(isAnywhere(filter.text()));
    }
    if (filter.tag() != null) {
      condition = condition.and(hasTag(CONTACT_TAGS.TAG.eq(filter.tag())));
    }
    return condition;
  }

  private static Condition isAfter(ContactPlace place) {
    // Not as a row of values: in one, SQLite looks up no collation. Nor with OR alone.
    return ContactRows.NAME_ORDER
        .ge(place.name())
        .and(ContactRows.NAME_ORDER.gt(place.name()).or(CONTACTS.ID.gt(place.id())));
  }

  private static Condition isAnywhere(SearchText text) {
    String pattern = globOf(text);
    return DSL.or(
        glob(CONTACTS.NAME, pattern),
        glob(CONTACTS.EMAIL, pattern),
        glob(CONTACTS.PHONE, pattern),
        glob(CONTACTS.PHONE_NORMAL, pattern),
        glob(CONTACTS.NOTES, pattern),
        hasTag(glob(CONTACT_TAGS.TAG, pattern)));
  }

  private static Condition hasTag(Condition tag) {
    return DSL.exists(
        DSL.selectOne().from(CONTACT_TAGS).where(CONTACT_TAGS.CONTACT_ID.eq(CONTACTS.ID)).and(tag));
  }

  /**
   * Text SQL, as jOOQ knows no GLOB. LIKE will not do: to SQLite an Ö is no capital of ö, but in a
   * GLOB every letter can say itself what it is found as.
   */
  private static Condition glob(TableField<?, ?> field, String pattern) {
    return DSL.condition("{0} glob {1}", field, DSL.val(pattern));
  }

  private static String globOf(SearchText text) {
    StringBuilder glob = new StringBuilder("*");
    text.value().codePoints().forEach(character -> appendClass(glob, character));
    return glob.append('*').toString();
  }

  private static void appendClass(StringBuilder glob, int character) {
    SortedSet<Integer> spellings = SearchText.spellings(character);
    boolean isWildcard = character == '*' || character == '?' || character == '[';
    if (spellings.size() == 1 && !isWildcard) {
      glob.appendCodePoint(character);
      return;
    }
    glob.append('[');
    spellings.forEach(glob::appendCodePoint);
    glob.append(']');
  }
}
