package dev.engine.domain.contact;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.testing.InMemoryPages;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link Contacts} and {@link ContactViews} for the tests of everything above storage. */
public final class InMemoryContacts implements Contacts, ContactViews {

  private static final Comparator<ContactPlace> NAME_ORDER =
      Comparator.comparing((ContactPlace place) -> folded(place.name()), Arrays::compare)
          .thenComparing(place -> place.id().value());

  private record Row(Contact contact, MatchKeys keys) {}

  private final Map<ContactId, Row> byId = new LinkedHashMap<>();
  private final RandomGenerator random;
  private final InMemoryJournal journal;

  public InMemoryContacts(RandomGenerator random, InMemoryJournal journal) {
    this.random = random;
    this.journal = journal;
  }

  @Override
  public synchronized Contact add(ContactEntry entry, Set<Tag> tags, Instant at) {
    ContactId id = ContactId.random(random);
    while (byId.containsKey(id)) {
      id = ContactId.random(random);
    }
    Contact added = Contact.added(id, entry.details(), tags, at);
    byId.put(id, new Row(added, entry.keys()));
    journal.add(ContactEvents.added(added, at));
    return added;
  }

  @Override
  public synchronized Adding addIfNew(ContactEntry entry, Set<Tag> tags, Instant at) {
    return byId.values().stream()
        .filter(row -> isDouble(row, entry))
        .map(Row::contact)
        .min(
            Comparator.comparing(Contact::createdAt).thenComparing(contact -> contact.id().value()))
        .<Adding>map(Adding.KnownAs::new)
        .orElseGet(() -> new Adding.Added(add(entry, tags, at)));
  }

  @Override
  public synchronized Change change(ContactId id, Instant version, ContactEntry entry, Instant at) {
    Row row = byId.get(id);
    if (row == null) {
      return new Change.NoSuchContact(id);
    }
    if (!row.contact().updatedAt().equals(version)) {
      return new Change.ChangedMeanwhile(row.contact());
    }
    Contact changed = row.contact().changed(entry.details(), at);
    byId.put(id, new Row(changed, entry.keys()));
    journal.add(ContactEvents.changed(row.contact(), changed, at));
    return new Change.Changed(changed);
  }

  @Override
  public synchronized Tagging tag(ContactId id, Set<Tag> tags, Instant at) {
    return retag(id, contact -> contact.tagged(tags, at), at);
  }

  @Override
  public synchronized Tagging untag(ContactId id, Set<Tag> tags, Instant at) {
    return retag(id, contact -> contact.untagged(tags, at), at);
  }

  @Override
  public synchronized Merging merge(ContactId kept, ContactId absorbed, Instant at) {
    Row stays = byId.get(kept);
    Row goes = byId.get(absorbed);
    if (stays == null || goes == null) {
      return new Merging.NoSuchContact(stays == null ? kept : absorbed);
    }
    if (kept.equals(absorbed)) {
      return new Merging.WithItself(kept);
    }
    Optional<Contact> merged = stays.contact().absorbing(goes.contact(), at);
    if (merged.isEmpty()) {
      return new Merging.NotesTooLong(stays.contact(), goes.contact());
    }
    byId.put(kept, new Row(merged.get(), stays.keys().absorbing(goes.keys())));
    byId.remove(absorbed);
    journal.add(ContactEvents.merged(merged.get(), goes.contact(), at));
    return new Merging.Merged(merged.get(), goes.contact());
  }

  @Override
  public synchronized Removal remove(ContactId id, Instant at) {
    Row row = byId.remove(id);
    if (row == null) {
      return new Removal.NoSuchContact(id);
    }
    journal.add(ContactEvents.removed(row.contact(), at));
    return new Removal.Removed(row.contact());
  }

  @Override
  public synchronized int renewKeys(Function<ContactDetails, MatchKeys> rule, Instant at) {
    int renewed = 0;
    for (Row row : List.copyOf(byId.values())) {
      MatchKeys keys = rule.apply(row.contact().details());
      if (!keys.equals(row.keys())) {
        byId.put(row.contact().id(), new Row(row.contact(), keys));
        renewed++;
      }
    }
    journal.add(ContactEvents.keysRenewed(renewed, at));
    return renewed;
  }

  @Override
  public synchronized Optional<Contact> find(ContactId id) {
    return Optional.ofNullable(byId.get(id)).map(Row::contact);
  }

  @Override
  public synchronized Listed<Contact> list(ContactFilter filter, Page page) {
    return InMemoryPages.page(
        byId.values().stream().filter(row -> matches(filter, row)).map(Row::contact),
        ORDER,
        NAME_ORDER,
        page);
  }

  @Override
  public synchronized List<Doubles> doubles(Limit limit) {
    SequencedMap<Contact, MatchKeys> all =
        inNameOrder()
            .collect(
                Collectors.toMap(Row::contact, Row::keys, (one, other) -> one, LinkedHashMap::new));
    return Doubles.among(all).stream().limit(limit.rows()).toList();
  }

  private Tagging retag(ContactId id, Function<Contact, Contact> retagging, Instant at) {
    Row row = byId.get(id);
    if (row == null) {
      return new Tagging.NoSuchContact(id);
    }
    Contact tagged = retagging.apply(row.contact());
    if (tagged.equals(row.contact())) {
      return new Tagging.TaggedBefore(tagged);
    }
    byId.put(id, new Row(tagged, row.keys()));
    journal.add(ContactEvents.changed(row.contact(), tagged, at));
    return new Tagging.Tagged(tagged);
  }

  private Stream<Row> inNameOrder() {
    return byId.values().stream()
        .sorted(Comparator.comparing(row -> row.contact().place(), NAME_ORDER));
  }

  private static boolean isDouble(Row row, ContactEntry entry) {
    return row.keys().meets(entry.keys()) || row.contact().details().equals(entry.details());
  }

  private static boolean matches(ContactFilter filter, Row row) {
    Contact contact = row.contact();
    SearchText text = filter.text();
    return (filter.tag() == null || contact.tags().contains(filter.tag()))
        && (text == null || texts(row).anyMatch(text::isIn));
  }

  private static Stream<String> texts(Row row) {
    ContactDetails details = row.contact().details();
    return Stream.of(
            Stream.of(details.name(), details.notes()),
            Stream.ofNullable(details.email()),
            Stream.ofNullable(details.phone()),
            Stream.ofNullable(row.keys().phone()),
            row.contact().tags().stream().map(Tag::value))
        .flatMap(texts -> texts);
  }

  /** As SQLite's NOCASE compares: the capitals A to Z are small, the rest is by code point. */
  private static int[] folded(String name) {
    return name.codePoints().map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c).toArray();
  }
}
