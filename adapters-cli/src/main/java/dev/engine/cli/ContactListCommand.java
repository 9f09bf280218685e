package dev.engine.cli;

import dev.engine.domain.Listed;
import dev.engine.domain.contact.Contact;
import dev.engine.wire.ContactJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "list",
    description = "List contacts, by name.",
    footer = {
      "",
      "Examples: engine contact list --tag press",
      "          engine contact list --search lovelace --json"
    })
final class ContactListCommand implements Runnable {

  private final Context context;

  @Mixin private ContactFilterOptions filter;
  @Mixin private PageOptions pages;
  @Mixin private JsonOption json;

  ContactListCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Listed<Contact> contacts = context.engine().contacts().list(filter.filter(), pages.page());
    Output output = context.output();
    json.print(
        output,
        () -> contacts.items().stream().map(ContactJson::of).toList(),
        () -> output.table(Contacts.table(contacts.items()), "No contacts."));
    pages.more(output, contacts);
  }
}
