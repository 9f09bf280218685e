package dev.engine.cli;

import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "remove",
    description = "Remove a contact for good.",
    footer = {"", "Example: engine contact remove 3fa94c01"})
final class ContactRemoveCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Contact id, 8 hex digits.")
  private ContactId id;

  ContactRemoveCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Contact removed = context.engine().contacts().remove(id);
    context.output().line("removed contact " + Contacts.named(removed));
  }
}
