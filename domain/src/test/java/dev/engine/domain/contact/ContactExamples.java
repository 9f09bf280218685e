package dev.engine.domain.contact;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Contacts for tests, with what does not matter left to a default. */
public final class ContactExamples {

  private ContactExamples() {}

  /** Somebody of whom only the name is known. */
  public static ContactEntry entry(String name) {
    return new ContactEntry(new ContactDetails(name, null, null, ""), MatchKeys.NONE);
  }

  /** Somebody with an address, which is its own key. */
  public static ContactEntry mailEntry(String name, String email) {
    return new ContactEntry(new ContactDetails(name, email, null, ""), new MatchKeys(email, null));
  }

  /** Somebody with a number, which is its own key. */
  public static ContactEntry phoneEntry(String name, String phone) {
    return new ContactEntry(new ContactDetails(name, null, phone, ""), new MatchKeys(null, phone));
  }

  public static ContactEntry notedEntry(String name, String notes) {
    return new ContactEntry(new ContactDetails(name, null, null, notes), MatchKeys.NONE);
  }

  public static Set<Tag> tags(String... names) {
    return Arrays.stream(names).map(Tag::new).collect(Collectors.toUnmodifiableSet());
  }
}
