package dev.engine.domain.contact;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a person. Free text, but without NUL characters and halves of surrogate
 * pairs: neither survives a database or a file.
 *
 * @param name 1 to 200 characters
 * @param email 1 to 320 characters, null if not known
 * @param phone 1 to 64 characters as the person writes it, null if not known
 * @param notes at most 100,000 characters, empty if there are none
 */
public record ContactDetails(
    String name, @Nullable String email, @Nullable String phone, String notes) {

  private static final int MAX_NAME = 200;
  private static final int MAX_EMAIL = 320;
  private static final int MAX_PHONE = 64;
  private static final int MAX_NOTES = 100_000;

  /**
   * @throws InvalidInput if a text is longer or shorter than it may be, or has what none may have
   */
  public ContactDetails {
    check("contact name", name, 1, MAX_NAME);
    if (email != null) {
      check("e-mail address", email, 1, MAX_EMAIL);
    }
    if (phone != null) {
      check("phone number", phone, 1, MAX_PHONE);
    }
    check("contact notes", notes, 0, MAX_NOTES);
  }

  /**
   * The details as a person or another program gave them: without blanks around name, address and
   * number, which are not known if nothing is left, and with every line ended by {@code \n}.
   *
   * @throws InvalidInput if what is left is longer or shorter than it may be
   */
  public static ContactDetails typed(
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String notes) {
    return new ContactDetails(
        Objects.requireNonNullElse(stripped(name), ""),
        stripped(email),
        stripped(phone),
        unixLines(Objects.requireNonNullElse(notes, "")));
  }

  /**
   * These details with what {@code other} knows besides: a missing address or number is filled in,
   * the notes are joined. A name, address or number that differs loses its place, and is kept as a
   * line of the notes. Empty if the notes together are longer than notes may be.
   */
  public Optional<ContactDetails> absorbing(ContactDetails other) {
    String joined =
        Stream.of(notes, other.notes.equals(notes) ? "" : other.notes, displacedBy(other))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("\n\n"));
    return length(joined) > MAX_NOTES
        ? Optional.empty()
        : Optional.of(
            new ContactDetails(
                name, firstKnown(email, other.email), firstKnown(phone, other.phone), joined));
  }

  private String displacedBy(ContactDetails other) {
    String displaced =
        Stream.of(
                displaced(name, other.name),
                displaced(email, other.email),
                displaced(phone, other.phone))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return displaced.isEmpty() ? "" : "also: " + displaced;
  }

  private static Optional<String> displaced(@Nullable String kept, @Nullable String other) {
    return Optional.ofNullable(other).filter(text -> kept != null && !kept.equals(text));
  }

  private static @Nullable String firstKnown(@Nullable String kept, @Nullable String other) {
    return kept != null ? kept : other;
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null || text.isBlank() ? null : unixLines(text.strip());
  }

  private static String unixLines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static void check(String what, String text, int min, int max) {
    int length = length(text);
    if (length < min || length > max) {
      throw new InvalidInput(
          what,
          "a text of %,d to %,d characters".formatted(min, max),
          "a text of %,d characters".formatted(length));
    }
    if (text.codePoints().anyMatch(ContactDetails::isUnwritable)) {
      throw new InvalidInput(what, "a text without NUL and without half characters", text);
    }
  }

  /** As the database counts: an emoji is one character. */
  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean isUnwritable(int codePoint) {
    return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
  }
}
