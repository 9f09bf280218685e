package dev.engine.cli;

import dev.engine.domain.contact.Contact;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "List contacts, by name.")
final class ContactListCommand implements Runnable {

  private final Context context;

  @Mixin private ContactFilterOptions filter;
  @Mixin private LimitOption limit;
  @Mixin private JsonOption json;

  ContactListCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    List<Contact> contacts = context.engine().contacts().list(filter.filter(), limit.limit());
    Output output = context.output();
    json.print(
        output,
        contacts.stream().map(ContactJson::of).toList(),
        () -> output.table(Contacts.table(contacts), "No contacts."));
  }
}
