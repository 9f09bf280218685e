package dev.engine.domain.contact;

import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the journal is told of contacts: who, by id, and which parts changed. What a part says is a
 * person's, can be removed with the contact, and so is never told.
 */
public final class ContactEvents {

  public static final EventKind ADDED = new EventKind("contact.added");
  public static final EventKind CHANGED = new EventKind("contact.changed");
  public static final EventKind MERGED = new EventKind("contact.merged");
  public static final EventKind REMOVED = new EventKind("contact.removed");

  /** What doubles are found by was made anew. */
  public static final EventKind KEYS_RENEWED = new EventKind("contact.keys_renewed");

  private ContactEvents() {}

  /** What is told when {@code contact} was added. */
  public static Happening added(Contact contact, Instant at) {
    return of(contact, ADDED, at, Facts.NONE);
  }

  /** What is told when {@code before} became {@code after}. */
  public static Happening changed(Contact before, Contact after, Instant at) {
    return of(after, CHANGED, at, Facts.NONE.with("fields", fields(before, after)));
  }

  /** What is told when {@code kept} took {@code absorbed} in. */
  public static Happening merged(Contact kept, Contact absorbed, Instant at) {
    return of(kept, MERGED, at, Facts.NONE.with("absorbed", absorbed.id()));
  }

  /** What is told when {@code contact} was removed. */
  public static Happening removed(Contact contact, Instant at) {
    return of(contact, REMOVED, at, Facts.NONE);
  }

  /** What is told when {@code count} contacts got other keys; nothing if none did. */
  public static List<Happening> keysRenewed(int count, Instant at) {
    Facts facts = Facts.NONE.with("count", count);
    return count == 0
        ? List.of()
        : List.of(new Happening(at, KEYS_RENEWED, null, null, null, facts));
  }

  private static List<String> fields(Contact before, Contact after) {
    ContactDetails was = before.details();
    ContactDetails is = after.details();
    List<String> fields = new ArrayList<>();
    addIfOther(fields, "name", was.name(), is.name());
    addIfOther(fields, "email", was.email(), is.email());
    addIfOther(fields, "phone", was.phone(), is.phone());
    addIfOther(fields, "notes", was.notes(), is.notes());
    addIfOther(fields, "tags", before.tags(), after.tags());
    return fields;
  }

  private static void addIfOther(
      List<String> fields, String name, @Nullable Object was, @Nullable Object is) {
    if (!Objects.equals(was, is)) {
      fields.add(name);
    }
  }

  private static Happening of(Contact contact, EventKind kind, Instant at, Facts facts) {
    Subject subject = new Subject(Subject.Kind.CONTACT, contact.id().value());
    return new Happening(at, kind, null, null, subject, facts);
  }
}
