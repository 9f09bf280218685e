package dev.engine.cli;

import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.Tag;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = "Add a contact.",
    footer = {
      "",
      "Examples: engine contact add \"Ada Lovelace\" --email ada@example.com --tag press",
      "          engine contact add Kiosk --phone \"+49 30 1234567\" --notes \"Closed on Mondays.\""
    })
final class ContactAddCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "NAME", description = "1 to 200 characters.")
  private String name;

  @Option(names = "--email", paramLabel = "ADDRESS", description = "E-mail address.")
  private @Nullable String email;

  @Option(names = "--phone", paramLabel = "NUMBER", description = "Phone number.")
  private @Nullable String phone;

  @Option(names = "--notes", paramLabel = "TEXT", description = "Free text.")
  private @Nullable String notes;

  @Option(names = "--tag", paramLabel = "TAG", description = "May be given more than once.")
  private Set<Tag> tags = Set.of();

  ContactAddCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    ContactDetails details = ContactDetails.typed(name, email, phone, notes);
    Contact added = context.engine().contacts().add(details, tags);
    context.output().line("added contact " + Contacts.named(added));
  }
}
