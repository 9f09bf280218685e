package dev.engine.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ContactDetailsTest {

  private static final String EMOJI = "\uD83D\uDE00";

  @Test
  void whatIsTypedIsKeptWithoutBlanksAroundAndWithUnixLines() {
    assertThat(ContactDetails.typed(" Ada\t", " a@example.org ", "  ", " one\r\ntwo\rthree "))
        .isEqualTo(new ContactDetails("Ada", "a@example.org", null, " one\ntwo\nthree "));
    assertThat(ContactDetails.typed("Ada", null, null, null))
        .isEqualTo(new ContactDetails("Ada", null, null, ""));
  }

  @Test
  void lengthsAreOfCharactersAsPeopleCountThem() {
    String longest = EMOJI.repeat(200);

    assertThat(new ContactDetails(longest, null, null, "").name()).isEqualTo(longest);
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new ContactDetails(longest + "a", null, null, ""))
        .withMessage(
            "contact name must be a text of 1 to 200 characters, got \"a text of 201 characters\"");
  }

  @Test
  void everyPersonHasAName() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> ContactDetails.typed(" ", "a@example.org", null, null))
        .withMessageContaining("contact name must be a text of 1 to 200 characters");
  }

  @Test
  void whatNoFileCouldKeepIsRefused() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new ContactDetails("A\0da", null, null, ""));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new ContactDetails("Ada", null, null, EMOJI.substring(1)));
  }

  @Test
  void absorbingFillsGapsAndKeepsWhatLosesItsPlaceInTheNotes() {
    ContactDetails kept = new ContactDetails("Ada", "a@example.org", null, "first");
    ContactDetails other = new ContactDetails("Ada L.", "lady@example.org", "030 12345", "second");

    Optional<ContactDetails> both = kept.absorbing(other);

    assertThat(both)
        .contains(
            new ContactDetails(
                "Ada",
                "a@example.org",
                "030 12345",
                "first\n\nsecond\n\nalso: Ada L., lady@example.org"));
  }

  @Test
  void absorbingTheSameAddsNothing() {
    ContactDetails details = new ContactDetails("Ada", "a@example.org", null, "note");

    assertThat(details.absorbing(details)).contains(details);
  }

  @Test
  void absorbedKeysFillTheGaps() {
    MatchKeys both = new MatchKeys("a@example.org", "+4930");

    assertThat(MatchKeys.NONE.absorbing(both)).isEqualTo(both);
    assertThat(both.absorbing(new MatchKeys("b@example.org", "+4940"))).isEqualTo(both);
    assertThat(both.all()).containsExactly("mailto:a@example.org", "tel:+4930");
  }
}
