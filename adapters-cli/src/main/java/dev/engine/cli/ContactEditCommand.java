package dev.engine.cli;

import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.ContactId;
import dev.engine.services.contact.AddressBook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "edit",
    description = "Change a contact. What is not named stays; an empty text takes away.",
    footer = {
      "",
      "Examples: engine contact edit 3fa94c01 --email ada@example.org",
      "          engine contact edit 3fa94c01 --phone \"\""
    })
final class ContactEditCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Contact id, 8 hex digits.")
  private ContactId id;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private Edit edit;

  ContactEditCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    AddressBook contacts = context.engine().contacts();
    Contact seen = contacts.show(id);
    Contact changed = contacts.change(id, seen.updatedAt(), edit.of(seen.details()));
    context.output().line("changed contact " + Contacts.named(changed));
  }

  /** What is to be changed: at least one of them. */
  static final class Edit {

    @Option(names = "--name", paramLabel = "NAME", description = "1 to 200 characters.")
    private @Nullable String name;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "E-mail address.")
    private @Nullable String email;

    @Option(names = "--phone", paramLabel = "NUMBER", description = "Phone number.")
    private @Nullable String phone;

    @Option(names = "--notes", paramLabel = "TEXT", description = "Free text.")
    private @Nullable String notes;

    ContactDetails of(ContactDetails seen) {
      return ContactDetails.typed(
          name == null ? seen.name() : name,
          email == null ? seen.email() : email,
          phone == null ? seen.phone() : phone,
          notes == null ? seen.notes() : notes);
    }
  }
}
