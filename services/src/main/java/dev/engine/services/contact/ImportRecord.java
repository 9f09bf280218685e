package dev.engine.services.contact;

import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.Tag;
import java.util.SortedSet;

/** One record of a file that is imported. */
sealed interface ImportRecord {

  /** Where it starts in the file, from 1. */
  int line();

  /** It tells of a person. */
  record Person(int line, ContactDetails details, SortedSet<Tag> tags) implements ImportRecord {}

  /** It does not; {@code reason} is one sentence. */
  record Unusable(int line, String reason) implements ImportRecord {}
}
