package dev.engine.cli;

import dev.engine.domain.contact.Doubles;
import dev.engine.services.contact.AddressBook;
import dev.engine.wire.DoublesJson;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "doubles",
    description = "List contacts that seem to be one person: they share an address or a number.",
    footer = {"", "Example: engine contact doubles --limit 20"})
final class ContactDoublesCommand implements Runnable {

  private final Context context;

  @Mixin private LimitOption limit;
  @Mixin private JsonOption json;

  ContactDoublesCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    AddressBook contacts = context.engine().contacts();
    contacts.renewKeys(); // no engine may ever have run that did
    List<Doubles> doubles = contacts.doubles(limit.limit());
    json.print(
        context.output(),
        () -> doubles.stream().map(DoublesJson::of).toList(),
        () -> print(doubles));
  }

  private void print(List<Doubles> doubles) {
    Output output = context.output();
    if (doubles.isEmpty()) {
      output.line(Cell.of("No doubles.", Tone.MUTED));
      return;
    }
    for (Doubles person : doubles) {
      output.table(Contacts.table(person.contacts()), "");
      output.emptyLine();
    }
    output.line(Cell.of("`engine contact merge KEPT ABSORBED` makes two one.", Tone.MUTED));
  }
}
