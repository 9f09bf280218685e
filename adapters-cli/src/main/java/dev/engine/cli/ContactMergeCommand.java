package dev.engine.cli;

import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "merge",
    description = {
      "Make two contacts one. The first keeps what it has and takes what it lacks from the second,"
          + " which is removed; what differs goes to the notes."
    },
    footer = {"", "Example: engine contact merge 3fa94c01 8cfa75d7"})
final class ContactMergeCommand implements Runnable {

  private final Context context;

  @Parameters(index = "0", paramLabel = "KEPT", description = "Contact id, 8 hex digits.")
  private ContactId kept;

  @Parameters(index = "1", paramLabel = "ABSORBED", description = "Contact id, 8 hex digits.")
  private ContactId absorbed;

  ContactMergeCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Contact merged = context.engine().contacts().merge(kept, absorbed);
    context.output().line("contact %s has absorbed %s".formatted(Contacts.named(merged), absorbed));
  }
}
