package dev.engine.domain.contact;

import org.jspecify.annotations.Nullable;

/**
 * Which contacts a list is about.
 *
 * @param text stands in the name, address, number, notes or a tag; null for any
 * @param tag is on the contact; null for any
 */
public record ContactFilter(@Nullable SearchText text, @Nullable Tag tag) {

  /** Every contact. */
  public static final ContactFilter ALL = new ContactFilter(null, null);
}
