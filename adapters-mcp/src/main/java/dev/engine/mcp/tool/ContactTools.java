package dev.engine.mcp.tool;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.ContactFilter;
import dev.engine.domain.contact.ContactId;
import dev.engine.domain.contact.SearchText;
import dev.engine.domain.contact.Tag;
import dev.engine.mcp.input.Description;
import dev.engine.mcp.input.Length;
import dev.engine.services.Engine;
import dev.engine.services.contact.AddressBook;
import dev.engine.wire.ContactJson;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people that the person knows. */
final class ContactTools {

  private final Engine engine;

  ContactTools(Engine engine) {
    this.engine = engine;
  }

  List<Tool<?>> tools() {
    return List.of(
        Tool.of(
            "contact_find",
            "Find people in the person's contacts.",
            Effect.READS,
            Search.class,
            ContactsJson.class,
            this::find),
        Tool.of(
            "contact_save",
            "Add a contact, or change one by its id: what is left out stays, an empty text takes"
                + " away.",
            Effect.ADDS,
            Draft.class,
            ContactJson.class,
            this::save));
  }

  record Search(
      @Description("stands in name, address, number, notes or a tag") @Nullable SearchText text,
      @Nullable Tag tag,
      @Nullable Limit limit) {}

  record Draft(
      @Description("left out: a new one") @Nullable ContactId contact,
      @Description("needed of a new one") @Length(min = 0, max = 200) @Nullable String name,
      @Length(min = 0, max = 320) @Nullable String email,
      @Length(min = 0, max = 64) @Nullable String phone,
      @Length(min = 0, max = 100_000) @Nullable String notes,
      @Description("added to those it has") @Nullable List<Tag> tags) {

    ContactDetails details() {
      return ContactDetails.typed(name, email, phone, notes);
    }

    ContactDetails changing(ContactDetails seen) {
      return ContactDetails.typed(
          name == null ? seen.name() : name,
          email == null ? seen.email() : email,
          phone == null ? seen.phone() : phone,
          notes == null ? seen.notes() : notes);
    }

    Set<Tag> tagSet() {
      return tags == null ? Set.of() : Set.copyOf(tags);
    }
  }

  private Answer<ContactsJson> find(Search input, Calling calling) {
    Listed<Contact> found =
        engine
            .contacts()
            .list(
                new ContactFilter(input.text(), input.tag()),
                Page.first(Objects.requireNonNullElse(input.limit(), new Limit(20))));
    return new Answer<>(
        new ContactsJson(
            found.items().stream().map(ContactJson::of).toList(), found.next() != null),
        Said.list("contacts", found.items(), found.next() != null, ContactTools::line));
  }

  private Answer<ContactJson> save(Draft input, Calling calling) {
    Contact saved = saved(input);
    return new Answer<>(ContactJson.of(saved), "saved " + line(saved));
  }

  private Contact saved(Draft input) {
    AddressBook contacts = engine.contacts();
    if (input.contact() == null) {
      return contacts.add(input.details(), input.tagSet());
    }
    Contact seen = contacts.show(input.contact());
    Contact changed =
        contacts.change(input.contact(), seen.updatedAt(), input.changing(seen.details()));
    return input.tagSet().isEmpty() ? changed : contacts.tag(changed.id(), input.tagSet());
  }

  private static String line(Contact contact) {
    return "contact %s: %s".formatted(contact.id(), Said.quoted(contact.details().name()));
  }

  record ContactsJson(List<ContactJson> items, boolean more) {}
}
