package dev.engine.cli;

import dev.engine.domain.contact.ContactFilter;
import dev.engine.domain.contact.SearchText;
import dev.engine.domain.contact.Tag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --search} and {@code --tag}, by which contacts are chosen. */
final class ContactFilterOptions {

  @Option(
      names = "--search",
      paramLabel = "TEXT",
      description = "Only those that have TEXT in name, e-mail, phone, notes or a tag.")
  private @Nullable SearchText search;

  @Option(names = "--tag", paramLabel = "TAG", description = "Only those with this tag.")
  private @Nullable Tag tag;

  ContactFilter filter() {
    return new ContactFilter(search, tag);
  }
}
