package dev.engine.domain.contact;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What doubles are found by: two spellings of one address, or of one number, are equal here.
 *
 * @param email in lower case without blanks around, null if there is none
 * @param phone in international form such as {@code +493012345}, or its digits alone where the
 *     country is not known; null if there is none
 */
public record MatchKeys(@Nullable String email, @Nullable String phone) {

  /** Of a contact that no double can be found of. */
  public static final MatchKeys NONE = new MatchKeys(null, null);

  /** Those that there are, none equal to one of another kind. */
  public List<String> all() {
    return Stream.concat(
            Stream.ofNullable(email).map("mailto:"::concat),
            Stream.ofNullable(phone).map("tel:"::concat))
        .toList();
  }

  /** Whether the two have a key in common. */
  public boolean meets(MatchKeys other) {
    return all().stream().anyMatch(other.all()::contains);
  }

  /** These keys, and the other's where there is none: as details absorb each other. */
  public MatchKeys absorbing(MatchKeys other) {
    return new MatchKeys(email != null ? email : other.email, phone != null ? phone : other.phone);
  }
}
