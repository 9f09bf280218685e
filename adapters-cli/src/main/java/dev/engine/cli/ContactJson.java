package dev.engine.cli;

import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact on the wire. Times are ISO-8601 in UTC; address and number are absent if not known.
 *
 * @param tags in alphabetical order
 */
record ContactJson(
    String id,
    String name,
    @Nullable String email,
    @Nullable String phone,
    String notes,
    List<String> tags,
    String createdAt,
    String updatedAt) {

  static ContactJson of(Contact contact) {
    ContactDetails details = contact.details();
    return new ContactJson(
        contact.id().value(),
        details.name(),
        details.email(),
        details.phone(),
        details.notes(),
        contact.tags().stream().map(Tag::value).toList(),
        contact.createdAt().toString(),
        contact.updatedAt().toString());
  }
}
