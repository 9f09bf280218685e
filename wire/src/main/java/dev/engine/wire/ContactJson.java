package dev.engine.wire;

import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.ContactId;
import dev.engine.domain.contact.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contact on the wire; address and number are absent if not known. */
public record ContactJson(
    ContactId id,
    String name,
    @Nullable String email,
    @Nullable String phone,
    String notes,
    @Description("in alphabetical order") List<Tag> tags,
    Instant createdAt,
    Instant updatedAt) {

  public static ContactJson of(Contact contact) {
    ContactDetails details = contact.details();
    return new ContactJson(
        contact.id(),
        details.name(),
        details.email(),
        details.phone(),
        details.notes(),
        List.copyOf(contact.tags()),
        contact.createdAt(),
        contact.updatedAt());
  }
}
