package dev.engine.cli;

import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactId;
import dev.engine.domain.contact.Tag;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "untag",
    description = "Take tags off a contact. Doing so twice is harmless.",
    footer = {"", "Example: engine contact untag 3fa94c01 press"})
final class ContactUntagCommand implements Runnable {

  private final Context context;

  @Parameters(index = "0", paramLabel = "ID", description = "Contact id, 8 hex digits.")
  private ContactId id;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "TAG",
      description = "Lower-case letters, digits, underscores and hyphens.")
  private Set<Tag> tags;

  ContactUntagCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Contact tagged = context.engine().contacts().untag(id, tags);
    context
        .output()
        .line("contact %s: %s".formatted(Contacts.named(tagged), Contacts.tagsOrNone(tagged)));
  }
}
