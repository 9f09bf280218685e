package dev.engine.domain.contact;

import org.jspecify.annotations.Nullable;

/**
 * Which contacts a list is about.
 *
 * @param text stands in the name, address, number, notes or a tag; null for any
 * @param tag is on the contact; null for any
 * @param after the contacts behind this place, as the next page of a list; null from the start
 */
public record ContactFilter(
    @Nullable SearchText text, @Nullable Tag tag, @Nullable ContactPlace after) {

  /** Every contact. */
  public static final ContactFilter ALL = new ContactFilter(null, null, null);

  /** The same from behind {@code place}. */
  public ContactFilter after(ContactPlace place) {
    return new ContactFilter(text, tag, place);
  }
}
