package dev.engine.cli;

import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactId;
import dev.engine.wire.ContactJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = "Show one contact.",
    footer = {"", "Example: engine contact show 3fa94c01 --json"})
final class ContactShowCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Contact id, 8 hex digits.")
  private ContactId id;

  @Mixin private JsonOption json;

  ContactShowCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Contact contact = context.engine().contacts().show(id);
    json.print(context.output(), () -> ContactJson.of(contact), () -> print(contact));
  }

  private void print(Contact contact) {
    Output output = context.output();
    output.line(Cell.of(contact.details().name(), Tone.HEADING));
    output.field("contact", contact.id());
    output.field("e-mail", contact.details().email());
    output.field("phone", contact.details().phone());
    output.field("tags", contact.tags().isEmpty() ? null : Contacts.tags(contact));
    output.field("added", contact.createdAt());
    output.field("changed", contact.updatedAt());
    contact.details().notes().lines().forEach(line -> output.line("  " + line));
  }
}
