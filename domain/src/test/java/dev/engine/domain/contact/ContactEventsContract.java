package dev.engine.domain.contact;

import static dev.engine.domain.contact.ContactExamples.entry;
import static dev.engine.domain.contact.ContactExamples.mailEntry;
import static dev.engine.domain.contact.ContactExamples.tags;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Storage;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.journal.Told;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Contacts} tell the journal: whom, and nothing that anybody is called. */
public interface ContactEventsContract {

  Instant AT = Instant.parse("2026-01-05T12:00:00Z");
  Instant LATER = AT.plusSeconds(1);

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new ScriptedRandom(1));
  }

  @Test
  default void aContactTellsWhichFieldsChanged() {
    Storage storage = storage();
    Contacts contacts = storage.contacts();
    Contact ada = contacts.add(entry("Ada"), Set.of(), AT);
    ContactEntry changed = mailEntry("Ada Lovelace", "ada@example.com");

    List<Happening> told =
        Told.by(
            storage,
            () -> contacts.change(ada.id(), ada.updatedAt(), changed, LATER),
            () -> contacts.change(ada.id(), ada.updatedAt(), changed, LATER),
            () -> contacts.tag(ada.id(), tags("client"), LATER),
            () -> contacts.tag(ada.id(), tags("client"), LATER),
            () -> contacts.untag(ada.id(), tags("client"), LATER),
            () -> contacts.remove(ada.id(), LATER),
            () -> contacts.remove(ada.id(), LATER));

    assertThat(told)
        .containsExactly(
            of(ada, "contact.changed", LATER, "{\"fields\":[\"name\",\"email\"]}"),
            of(ada, "contact.changed", LATER, "{\"fields\":[\"tags\"]}"),
            of(ada, "contact.changed", LATER, "{\"fields\":[\"tags\"]}"),
            of(ada, "contact.removed", LATER, "{}"));
  }

  @Test
  default void aContactIsToldWhenItIsAddedAndNotWhenItIsKnown() {
    Storage storage = storage();
    Contacts contacts = storage.contacts();
    Contact[] ada = new Contact[1];

    List<Happening> told =
        Told.by(
            storage,
            () -> ada[0] = contacts.add(mailEntry("Ada", "ada@example.com"), Set.of(), AT),
            () -> contacts.addIfNew(mailEntry("Ada L.", "ada@example.com"), Set.of(), LATER));

    assertThat(told).containsExactly(of(ada[0], "contact.added", AT, "{}"));
  }

  @Test
  default void twoContactsThatBecomeOneAreToldAsOne() {
    Storage storage = storage();
    Contacts contacts = storage.contacts();
    Contact ada = contacts.add(entry("Ada"), Set.of(), AT);
    Contact twin = contacts.add(entry("Ada L."), Set.of(), AT);

    List<Happening> told =
        Told.by(
            storage,
            () -> contacts.merge(ada.id(), ada.id(), LATER),
            () -> contacts.merge(ada.id(), twin.id(), LATER),
            () -> contacts.merge(ada.id(), twin.id(), LATER));

    assertThat(told)
        .containsExactly(
            of(ada, "contact.merged", LATER, "{\"absorbed\":\"%s\"}".formatted(twin.id())));
  }

  @Test
  default void renewedKeysAreCounted() {
    Storage storage = storage();
    storage.contacts().add(entry("Ada"), Set.of(), AT);
    MatchKeys keys = new MatchKeys("ada@example.com", null);

    List<Happening> told =
        Told.by(
            storage,
            () -> storage.contacts().renewKeys(details -> keys, LATER),
            () -> storage.contacts().renewKeys(details -> keys, LATER));

    assertThat(told)
        .containsExactly(
            new Happening(
                LATER,
                new EventKind("contact.keys_renewed"),
                null,
                null,
                null,
                new Facts("{\"count\":1}")));
  }

  private static Happening of(Contact contact, String kind, Instant at, String json) {
    Subject subject = new Subject(Subject.Kind.CONTACT, contact.id().value());
    return new Happening(at, new EventKind(kind), null, null, subject, new Facts(json));
  }
}
