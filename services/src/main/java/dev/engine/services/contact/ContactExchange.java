package dev.engine.services.contact;

import dev.engine.domain.Cursor;
import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.contact.Adding;
import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactFilter;
import dev.engine.domain.contact.ContactViews;
import dev.engine.domain.contact.Contacts;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Contacts from and for other programs: vCard 2.1, 3.0 and 4.0, and CSV. */
public final class ContactExchange {

  private static final Limit MOST = new Limit(1_000);

  private final Contacts contacts;
  private final ContactViews views;
  private final ContactMatching matching;
  private final InstantSource clock;

  /**
   * @param region of telephone numbers that do not say theirs
   */
  public ContactExchange(
      Contacts contacts, ContactViews views, PhoneRegion region, InstantSource clock) {
    this.contacts = contacts;
    this.views = views;
    this.matching = new ContactMatching(region);
    this.clock = clock;
  }

  /**
   * Adds everyone in a file who is not known yet; a contact that is stored is never changed. Each
   * record is a step of its own, and importing a file again adds nobody twice.
   *
   * @param text vCards, or else CSV with a header line
   * @throws InvalidInput if it is neither, or has more than 50,000 records; then nobody was added
   * @throws StorageUnavailable if the store fails on the way; those before it were added
   */
  public ImportReport importFrom(String text, ImportProgress progress) {
    ImportFile file = parsed(text);
    // else a double stored by an earlier version is not met
    contacts.renewKeys(matching::keys, clock.instant());
    ImportTally tally = new ImportTally(file.leftOut());
    for (ImportRecord one : file.records()) {
      switch (one) {
        case ImportRecord.Unusable bad -> tally.rejected(bad);
        case ImportRecord.Person good -> tally.took(good, added(good, tally));
      }
      progress.reached(tally.recordCount(), file.records().size());
    }
    return tally.report();
  }

  /**
   * Writes the contacts that {@code filter} lets through, in name order, and flushes {@code to}.
   * They are read in pages, so one that is renamed meanwhile may be missing or come twice.
   *
   * @return how many were written
   */
  public int export(ContactFilter filter, ContactFormat format, Writer to) {
    ContactSink sink =
        switch (format) {
          case VCARD -> VCards.to(to);
          case CSV -> ContactTables.to(to);
        };
    try {
      return export(filter, sink);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private int export(ContactFilter filter, ContactSink sink) throws IOException {
    int written = 0;
    @Nullable Cursor next = null;
    do {
      Listed<Contact> page = views.list(filter, new Page(MOST, next));
      for (Contact contact : page.items()) {
        sink.write(contact);
      }
      written += page.items().size();
      next = page.next();
    } while (next != null);
    sink.flush();
    return written;
  }

  private Adding added(ImportRecord.Person person, ImportTally before) {
    try {
      return contacts.addIfNew(matching.entry(person.details()), person.tags(), clock.instant());
    } catch (StorageUnavailable failure) {
      throw new StorageUnavailable(
          "the import stopped at line %d, when %d contacts were added; import the file again: %s"
              .formatted(person.line(), before.addedCount(), failure.getMessage()),
          failure);
    }
  }

  private static ImportFile parsed(String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text; // a byte order mark
    return VCards.areIn(plain) ? VCards.read(plain) : ContactTables.read(plain);
  }
}
