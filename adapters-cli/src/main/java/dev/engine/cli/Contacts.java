package dev.engine.cli;

import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.Tag;
import java.util.List;
import java.util.stream.Collectors;

/** How contacts look in a terminal. */
final class Contacts {

  private Contacts() {}

  static Table table(List<Contact> contacts) {
    Table table = new Table("CONTACT", "NAME", "EMAIL", "PHONE", "TAGS");
    for (Contact contact : contacts) {
      ContactDetails details = contact.details();
      table.row(
          Cell.of(contact.id(), Tone.ACCENT),
          Cell.of(details.name()),
          Cell.of(details.email() == null ? "" : details.email()),
          Cell.of(details.phone() == null ? "" : details.phone()),
          Cell.of(tags(contact), Tone.MUTED));
    }
    return table;
  }

  /** Its tags in a row, empty if it has none. */
  static String tags(Contact contact) {
    return contact.tags().stream().map(Tag::value).collect(Collectors.joining(", "));
  }

  /** Its tags in a row, or that there are none. */
  static String tagsOrNone(Contact contact) {
    return contact.tags().isEmpty() ? "no tags" : tags(contact);
  }

  /** As it stands in a sentence: {@code 3fa94c01 (Ada Lovelace)}. */
  static String named(Contact contact) {
    return "%s (%s)".formatted(contact.id(), contact.details().name());
  }
}
