package dev.engine.services.contact;

import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.Tag;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of one person, as it stands there.
 *
 * @param line where that starts in the file, from 1
 * @param labels groups or categories that the person is in
 */
record ImportDraft(
    int line,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String notes,
    List<String> labels) {

  /** This as a record; labels that cannot be tags are added to {@code leftOut}. */
  ImportRecord checked(Set<String> leftOut) {
    try {
      ContactDetails details = ContactDetails.typed(name, email, phone, notes);
      return new ImportRecord.Person(line, details, tags(leftOut));
    } catch (InvalidInput refused) {
      return new ImportRecord.Unusable(line, String.valueOf(refused.getMessage()));
    }
  }

  private NavigableSet<Tag> tags(Set<String> leftOut) {
    NavigableSet<Tag> tags = new TreeSet<>();
    for (String label : labels) {
      Optional<Tag> tag = Tag.like(label);
      tag.ifPresentOrElse(tags::add, () -> leftOut.add("label " + label.strip()));
    }
    return tags;
  }
}
