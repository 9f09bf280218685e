package dev.engine.domain.contact;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A label on contacts, such as {@code client}: 1 to 64 of a to z, 0 to 9, underscore, hyphen. */
public record Tag(String value) implements Comparable<Tag> {

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9_-]{1,64}");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9_-]+");
  private static final Pattern OUTER_HYPHENS = Pattern.compile("^-+|-+$");

  /**
   * @throws InvalidInput unless {@code value} is 1 to 64 lower-case letters, digits, {@code _} and
   *     {@code -}
   */
  public Tag {
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidInput(
          "tag", "1 to 64 lower-case letters, digits, underscores and hyphens", value);
    }
  }

  /**
   * The tag nearest to a label of another program: {@code Work friends} becomes {@code
   * work-friends}. Empty where nothing of it can be kept, or it is longer than a tag may be.
   */
  public static Optional<Tag> like(String label) {
    String lower = label.strip().toLowerCase(Locale.ROOT);
    String kept = OTHERS.matcher(lower).replaceAll("-");
    String tag = kept.equals(lower) ? kept : OUTER_HYPHENS.matcher(kept).replaceAll("");
    return SHAPE.matcher(tag).matches() ? Optional.of(new Tag(tag)) : Optional.empty();
  }

  @Override
  public int compareTo(Tag other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
