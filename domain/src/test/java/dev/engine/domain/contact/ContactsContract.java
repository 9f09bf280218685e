package dev.engine.domain.contact;

import static dev.engine.domain.contact.ContactExamples.entry;
import static dev.engine.domain.contact.ContactExamples.mailEntry;
import static dev.engine.domain.contact.ContactExamples.notedEntry;
import static dev.engine.domain.contact.ContactExamples.phoneEntry;
import static dev.engine.domain.contact.ContactExamples.tags;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.testing.PagedList;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Contacts} and {@link ContactViews} promise. */
public interface ContactsContract {

  Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  Instant LATER = NOON.plusSeconds(1);
  ContactId UNKNOWN = new ContactId("0000beef");

  /** Both ports over one store. */
  record Store(Contacts contacts, ContactViews views) {

    Contact add(ContactEntry entry, String... tagNames) {
      return contacts.add(entry, tags(tagNames), NOON);
    }

    List<Contact> found(String text) {
      return views.list(new ContactFilter(new SearchText(text), null), Page.FIRST).items();
    }

    List<Contact> all() {
      return views.list(ContactFilter.ALL, Page.FIRST).items();
    }
  }

  /** An empty store that draws its ids from {@code random}. */
  Store store(RandomGenerator random);

  private Store store() {
    return store(new ScriptedRandom(1));
  }

  @Test
  default void anAddedContactIsFound() {
    Store store = store();
    ContactEntry ada =
        new ContactEntry(
            new ContactDetails("Ada", "ada@example.org", "030 12345", "two\nlines"),
            new MatchKeys("ada@example.org", "+493012345"));

    Contact added = store.contacts().add(ada, tags("vip", "client"), NOON.plusNanos(1_999_999));

    Instant stored = NOON.plusMillis(1);
    assertThat(added)
        .isEqualTo(new Contact(added.id(), ada.details(), added.tags(), stored, stored));
    assertThat(added.tags()).containsExactly(new Tag("client"), new Tag("vip"));
    assertThat(store.views().find(added.id())).contains(added);
    assertThat(store.views().find(UNKNOWN)).isEmpty();
  }

  @Test
  default void aTakenIdIsDrawnAgain() {
    Store store = store(new ScriptedRandom(1, 1, 2));

    Contact first = store.add(entry("Ada"));
    Contact second = store.add(entry("Ben"));

    assertThat(first.id()).isEqualTo(new ContactId("00000001"));
    assertThat(second.id()).isEqualTo(new ContactId("00000002"));
    assertThat(store.all()).containsExactly(first, second);
  }

  @Test
  default void nobodyIsAddedAsNewTwice() {
    Store store = store();
    Contact oldest = store.add(mailEntry("Ada", "ada@example.org"));
    store.contacts().add(mailEntry("Ada again", "ada@example.org"), Set.of(), LATER);
    Contact nameless = store.add(notedEntry("Ben", "no address"));

    Adding sameKey =
        store.contacts().addIfNew(mailEntry("Countess", "ada@example.org"), Set.of(), LATER);
    Adding sameDetails =
        store.contacts().addIfNew(notedEntry("Ben", "no address"), tags("vip"), LATER);
    Adding sameNameOnly = store.contacts().addIfNew(entry("Ben"), tags("vip"), LATER);

    assertThat(sameKey).isEqualTo(new Adding.KnownAs(oldest));
    assertThat(sameDetails).isEqualTo(new Adding.KnownAs(nameless));
    Contact added = ((Adding.Added) sameNameOnly).contact();
    assertThat(store.views().find(added.id())).contains(added);
    assertThat(store.all()).hasSize(4);
  }

  @Test
  default void numbersMakeDoublesToo() {
    Store store = store();
    Contact ada = store.add(phoneEntry("Ada", "+493012345"));

    Adding adding = store.contacts().addIfNew(phoneEntry("A.", "+493012345"), Set.of(), LATER);

    assertThat(adding).isEqualTo(new Adding.KnownAs(ada));
  }

  @Test
  default void anEditReplacesTheDetailsAndIsANewVersion() {
    Store store = store();
    Contact ada = store.add(mailEntry("Ada", "ada@example.org"), "vip");
    ContactEntry next = phoneEntry("Ada L.", "+493012345");

    Change change = store.contacts().change(ada.id(), ada.updatedAt(), next, LATER);

    Contact changed = new Contact(ada.id(), next.details(), ada.tags(), NOON, LATER);
    assertThat(change).isEqualTo(new Change.Changed(changed));
    assertThat(store.views().find(ada.id())).contains(changed);
    assertThat(store.contacts().addIfNew(next, Set.of(), LATER))
        .isEqualTo(new Adding.KnownAs(changed));
    assertThat(store.contacts().addIfNew(mailEntry("B", "ada@example.org"), Set.of(), LATER))
        .isInstanceOf(Adding.Added.class);
  }

  @Test
  default void ofTwoEditorsTheSecondIsTold() {
    Store store = store();
    Contact seenByBoth = store.add(entry("Ada"));
    // In the same millisecond as the contact was added: the version moves all the same.
    Change first =
        store.contacts().change(seenByBoth.id(), seenByBoth.updatedAt(), entry("Ada L."), NOON);

    Change second =
        store.contacts().change(seenByBoth.id(), seenByBoth.updatedAt(), entry("Lady A."), LATER);

    Contact current = ((Change.Changed) first).contact();
    assertThat(second).isEqualTo(new Change.ChangedMeanwhile(current));
    assertThat(store.views().find(seenByBoth.id())).contains(current);
  }

  @Test
  default void tagsGoOnAndOff() {
    Store store = store();
    Contact ada = store.add(entry("Ada"), "vip");

    Tagging on = store.contacts().tag(ada.id(), tags("client", "vip"), LATER);
    Tagging onAgain = store.contacts().tag(ada.id(), tags("client"), LATER);
    Tagging off = store.contacts().untag(ada.id(), tags("vip", "friend"), LATER);
    Tagging offAgain = store.contacts().untag(ada.id(), tags("vip"), LATER);

    Contact both = ada.tagged(tags("client"), LATER);
    Contact one = both.untagged(tags("vip"), LATER);
    assertThat(both.tags()).containsExactly(new Tag("client"), new Tag("vip"));
    assertThat(on).isEqualTo(new Tagging.Tagged(both));
    assertThat(onAgain).isEqualTo(new Tagging.TaggedBefore(both));
    assertThat(off).isEqualTo(new Tagging.Tagged(one));
    assertThat(offAgain).isEqualTo(new Tagging.TaggedBefore(one));
    assertThat(one.updatedAt()).isAfter(both.updatedAt());
    assertThat(store.views().find(ada.id())).contains(one);
  }

  @Test
  default void mergingMakesTwoOne() {
    Store store = store();
    Contact ada = store.add(mailEntry("Ada", "ada@example.org"), "vip");
    Contact other = store.add(phoneEntry("A. Lovelace", "+493012345"), "client");

    Merging merging = store.contacts().merge(ada.id(), other.id(), LATER);

    Contact merged = ada.absorbing(other, LATER).orElseThrow();
    assertThat(merged.details())
        .isEqualTo(new ContactDetails("Ada", "ada@example.org", "+493012345", "also: A. Lovelace"));
    assertThat(merging).isEqualTo(new Merging.Merged(merged, other));
    assertThat(store.all()).containsExactly(merged);
    assertThat(store.contacts().addIfNew(phoneEntry("B", "+493012345"), Set.of(), LATER))
        .isEqualTo(new Adding.KnownAs(merged));
  }

  @Test
  default void mergingChangesNothingWhereItCannotBe() {
    Store store = store();
    Contact ada = store.add(notedEntry("Ada", "a".repeat(60_000)));
    Contact ben = store.add(notedEntry("Ben", "b".repeat(60_000)), "vip");

    assertThat(store.contacts().merge(ada.id(), ben.id(), LATER))
        .isEqualTo(new Merging.NotesTooLong(ada, ben));
    assertThat(store.contacts().merge(ada.id(), ada.id(), LATER))
        .isEqualTo(new Merging.WithItself(ada.id()));
    assertThat(store.contacts().merge(ada.id(), UNKNOWN, LATER))
        .isEqualTo(new Merging.NoSuchContact(UNKNOWN));
    assertThat(store.contacts().merge(UNKNOWN, ben.id(), LATER))
        .isEqualTo(new Merging.NoSuchContact(UNKNOWN));
    assertThat(store.all()).containsExactly(ada, ben);
  }

  @Test
  default void aRemovedContactIsGoneWithItsTags() {
    Store store = store(new ScriptedRandom(1, 1));
    Contact ada = store.add(entry("Ada"), "vip");

    Removal removal = store.contacts().remove(ada.id(), NOON);

    Contact sameId = store.add(entry("Ben"));
    assertThat(removal).isEqualTo(new Removal.Removed(ada));
    assertThat(sameId.id()).isEqualTo(ada.id());
    assertThat(store.all()).containsExactly(sameId);
  }

  @Test
  default void anUnknownContactIsSaidToBe() {
    Contacts contacts = store().contacts();

    assertThat(contacts.change(UNKNOWN, NOON, entry("Ada"), LATER))
        .isEqualTo(new Change.NoSuchContact(UNKNOWN));
    assertThat(contacts.tag(UNKNOWN, tags("vip"), LATER))
        .isEqualTo(new Tagging.NoSuchContact(UNKNOWN));
    assertThat(contacts.untag(UNKNOWN, tags("vip"), LATER))
        .isEqualTo(new Tagging.NoSuchContact(UNKNOWN));
    assertThat(contacts.remove(UNKNOWN, NOON)).isEqualTo(new Removal.NoSuchContact(UNKNOWN));
  }

  @Test
  default void renewedKeysFindDoublesThatOldOnesDidNot() {
    Store store = store();
    Contact old = store.add(entry("Ada"), "vip");
    Contact kept = store.add(mailEntry("Ben", "B@example.org"));

    int renewed =
        store
            .contacts()
            .renewKeys(
                details -> new MatchKeys(details.name().charAt(0) + "@example.org", null), NOON);

    assertThat(renewed).isEqualTo(1);
    assertThat(store.all()).containsExactly(old, kept);
    assertThat(store.contacts().addIfNew(mailEntry("A", "A@example.org"), Set.of(), LATER))
        .isEqualTo(new Adding.KnownAs(old));
  }

  @Test
  default void listsAreInNameOrder() {
    Store store = store();
    Contact zoe = store.add(entry("Zoe"));
    Contact ada = store.add(entry("ada"), "vip");
    Contact ben = store.add(entry("Ben"), "client", "vip");
    Contact namesake = store.add(entry("ADA"));
    Contact emoji = store.add(entry("\uD83D\uDE00"));
    Contact fullWidth = store.add(entry("\uFF21da"));

    ContactViews views = store.views();

    assertThat(store.all()).containsExactly(ada, namesake, ben, zoe, fullWidth, emoji);
    assertThat(views.list(ContactFilter.ALL, Page.first(new Limit(2))).items())
        .containsExactly(ada, namesake);
    assertThat(views.list(new ContactFilter(null, new Tag("vip")), Page.FIRST).items())
        .containsExactly(ada, ben);
  }

  @Test
  default void searchLooksEverywhere() {
    Store store = store();
    Contact ada =
        store
            .contacts()
            .add(
                new ContactEntry(
                    new ContactDetails("Ada", "lady@example.org", "(030) 123-45", "plays the harp"),
                    new MatchKeys("lady@example.org", "+493012345")),
                tags("client"),
                NOON);
    store.add(entry("Ben"));

    assertThat(store.found("DA")).containsExactly(ada);
    assertThat(store.found("Lady@")).containsExactly(ada);
    assertThat(store.found("(030)")).containsExactly(ada);
    assertThat(store.found("+493012345")).containsExactly(ada);
    assertThat(store.found("HARP")).containsExactly(ada);
    assertThat(store.found("Clie")).containsExactly(ada);
    assertThat(store.found("zzz")).isEmpty();
    assertThat(
            store
                .views()
                .list(new ContactFilter(new SearchText("ada"), new Tag("vip")), Page.FIRST)
                .items())
        .isEmpty();
  }

  @Test
  default void searchKnowsNoWildcards() {
    Store store = store();
    Contact special = store.add(entry("100% [sure]_*?^-\\'\""));
    store.add(entry("100x ysurez_ab^-"));

    for (String text :
        List.of("%", "[", "]", "*", "?", "\\", "'", "\"", "0% [", "_*?^", "[sure]")) {
      assertThat(store.found(text)).as(text).containsExactly(special);
    }
  }

  @Test
  default void searchKnowsCapitalsOfEveryScript() {
    Store store = store();
    Contact mixed = store.add(entry("Öztürk Σίσυφος Жанна \uD801\uDC00"));

    for (String text : List.of("öZTÜRK", "σίσυφος", "ЖАННА", "\uD801\uDC28", "ς ж")) {
      assertThat(store.found(text)).as(text).containsExactly(mixed);
    }
    assertThat(store.found("Ozturk")).isEmpty();
  }

  @Test
  default void doublesShareAnAddressOrANumberWithOneOfTheirGroup() {
    Store store = store();
    Contact zoe = store.add(mailEntry("Zoe", "z@example.org"));
    Contact mail = store.add(mailEntry("Ada", "a@example.org"), "vip");
    Contact number = store.add(phoneEntry("Countess", "+1"));
    Contact both =
        store.add(
            new ContactEntry(
                new ContactDetails("Lady", "a@example.org", "+1", ""),
                new MatchKeys("a@example.org", "+1")));
    Contact zoeAgain = store.add(mailEntry("Zoe", "z@example.org"));
    store.add(entry("Ben"));
    store.add(mailEntry("Cem", "c@example.org"));

    assertThat(store.views().doubles(Limit.DEFAULT))
        .containsExactly(
            new Doubles(List.of(mail, number, both)), new Doubles(List.of(zoe, zoeAgain)));
    assertThat(store.views().doubles(new Limit(1))).hasSize(1);
  }

  @Test
  default void itsPagesAreTheListAndStandWhereTheyStood() {
    Store store = store();
    Contact first = store.add(entry("ada"));
    for (String name : List.of("ADA", "Ben", "ada", "two\nlines", "\uD83D\uDE00")) {
      store.add(entry(name));
    }

    PagedList<Contact> list = page -> store.views().list(ContactFilter.ALL, page);

    list.isTheSameInPagesOfAnyLength();
    list.takesNoOtherCursor();
    list.isNotShiftedBy(() -> store.contacts().remove(first.id(), NOON));
  }
}
