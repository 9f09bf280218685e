package dev.engine.services.contact;

import static dev.engine.domain.contact.ContactExamples.entry;
import static dev.engine.domain.contact.ContactExamples.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.ContactEntry;
import dev.engine.domain.contact.ContactFilter;
import dev.engine.domain.contact.ContactId;
import dev.engine.domain.contact.Doubles;
import dev.engine.domain.contact.MatchKeys;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.services.Engine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class AddressBookTest {

  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final ContactId UNKNOWN = new ContactId("0000beef");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final AddressBook contacts =
      new Engine(storage, InstantSource.fixed(NOW), new SplittableRandom(1), new PhoneRegion("DE"))
          .contacts();

  @Test
  void anEditOfWhatWasSeenIsStored() {
    Contact ada = add("Ada", "", "");
    ContactDetails next = new ContactDetails("Ada L.", null, null, "");

    Contact changed = contacts.change(ada.id(), ada.updatedAt(), next);

    assertThat(changed).isEqualTo(ada.changed(next, NOW));
    assertThat(contacts.show(ada.id())).isEqualTo(changed);
  }

  @Test
  void anEditOfWhatHasChangedIsAConflict() {
    Contact ada = add("Ada", "", "");
    contacts.tag(ada.id(), tags("vip"));

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> contacts.change(ada.id(), ada.updatedAt(), ada.details()))
        .withMessage(
            "contact %s was changed meanwhile, at 2026-01-05T12:00:00.001Z; look at it again",
            ada.id());
  }

  @Test
  void anUnknownContactIsNotFound() {
    Contact ada = add("Ada", "", "");

    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> contacts.show(UNKNOWN));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> contacts.remove(UNKNOWN));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> contacts.tag(UNKNOWN, tags("vip")));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> contacts.change(UNKNOWN, NOW, ada.details()));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> contacts.merge(ada.id(), UNKNOWN))
        .withMessage("no contact 0000beef");
  }

  @Test
  void nobodyIsMergedWithThemselves() {
    Contact ada = add("Ada", "", "");

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> contacts.merge(ada.id(), ada.id()));
    assertThat(contacts.show(ada.id())).isEqualTo(ada);
  }

  @Test
  void notesTooLongForOneContactAreAConflict() {
    Contact ada = contacts.add(new ContactDetails("Ada", null, null, "a".repeat(90_000)), Set.of());
    Contact ben = contacts.add(new ContactDetails("Ben", null, null, "b".repeat(90_000)), Set.of());

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> contacts.merge(ada.id(), ben.id()))
        .withMessageContaining("too long together");
  }

  @Test
  void spellingsOfOneNumberAreDoubles() {
    Contact national = add("Ada", "", "(030) 123 45-67");
    Contact international = add("Ada L.", "", "+49 30 1234567");
    Contact exitCode = add("Countess", "", "0049.30.123.4567");
    add("Desk 7", "", "030 1234567 ext. 7");
    add("Other", "", "+1 30 1234567");

    assertThat(contacts.doubles(Limit.DEFAULT))
        .containsExactly(new Doubles(List.of(national, international, exitCode)));
  }

  @Test
  void spellingsOfOneAddressAreDoubles() {
    Contact one = add("Ada", "Ada@Example.org", "");
    Contact other = add("Lady", " ada@example.ORG", "");

    assertThat(contacts.doubles(Limit.DEFAULT)).containsExactly(new Doubles(List.of(one, other)));
  }

  @Test
  void whatIsNoNumberIsComparedByItsDigits() {
    Contact one = add("Ada", "", "desk 1");
    Contact other = add("Ben", "", "Desk-1");
    add("Cem", "", "none");
    add("Dora", "", "nothing");

    assertThat(contacts.doubles(Limit.DEFAULT)).containsExactly(new Doubles(List.of(one, other)));
  }

  @Test
  void rowsWithKeysOfAnEarlierVersionAreDoublesWhenTheirKeysAreRenewed() {
    // As migration 017 fills the keys in: it strips separators and knows no country.
    ContactDetails details = new ContactDetails("Ada", null, "(030) 123 45-67", "");
    Contact old =
        storage
            .contacts()
            .add(new ContactEntry(details, new MatchKeys(null, "0301234567")), Set.of(), NOW);
    Contact fresh = add("Ada L.", "", "+49301234567");

    int renewed = contacts.renewKeys();

    assertThat(renewed).isEqualTo(1);
    assertThat(contacts.doubles(Limit.DEFAULT)).containsExactly(new Doubles(List.of(old, fresh)));
    assertThat(contacts.renewKeys()).isZero();
  }

  @Test
  void lookingForDoublesChangesNothing() {
    ContactDetails details = new ContactDetails("Ada", null, "(030) 123 45-67", "");
    storage
        .contacts()
        .add(new ContactEntry(details, new MatchKeys(null, "0301234567")), Set.of(), NOW);
    long before = storage.journal().head();

    contacts.doubles(Limit.DEFAULT);

    assertThat(storage.journal().head()).isEqualTo(before);
  }

  @Test
  void mergedAndRemovedContactsAreGone() {
    Contact ada = add("Ada", "a@example.org", "");
    Contact other = add("Lady", "", "+49301234567");
    Contact ben = storage.contacts().add(entry("Ben"), Set.of(), NOW);

    Contact merged = contacts.merge(ada.id(), other.id());
    Contact removed = contacts.remove(ben.id());

    assertThat(removed).isEqualTo(ben);
    assertThat(contacts.list(ContactFilter.ALL, Page.FIRST).items()).containsExactly(merged);
    assertThat(merged.details())
        .isEqualTo(new ContactDetails("Ada", "a@example.org", "+49301234567", "also: Lady"));
  }

  @Test
  void aRegionIsTwoCapitals() {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new PhoneRegion("de"));
  }

  private Contact add(String name, String email, String phone) {
    return contacts.add(ContactDetails.typed(name, email, phone, ""), Set.of());
  }
}
