package dev.engine.services.contact;

import static dev.engine.domain.contact.ContactExamples.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.ContactFilter;
import dev.engine.domain.contact.Contacts;
import dev.engine.domain.contact.Tag;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.services.Engine;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ContactExchangeTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-05T12:00:00Z"));

  private final Engine engine = anEngine();

  @ParameterizedTest
  @EnumSource
  void whatIsExportedIsImportedAsTheSame(ContactFormat format) {
    addHostileContacts(engine);

    Engine other = anEngine();
    ImportReport report =
        other.contactExchange().importFrom(asStored(export(format)), ImportProgress.SILENT);

    assertThat(report.rejected()).isEmpty();
    assertThat(report.known()).isEmpty();
    assertThat(report.leftOut()).isEmpty();
    assertThat(contents(other)).isEqualTo(contents(engine));
  }

  @ParameterizedTest
  @EnumSource
  void importingAnExportAgainAddsNobody(ContactFormat format) {
    addHostileContacts(engine);
    Map<ContactDetails, Set<Tag>> before = contents(engine);

    ImportReport report =
        engine.contactExchange().importFrom(export(format), ImportProgress.SILENT);

    assertThat(report.addedCount()).isZero();
    assertThat(report.known()).hasSize(before.size());
    assertThat(contents(engine)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void anExportHasEveryPage(ContactFormat format) {
    for (int i = 0; i < 2_001; i++) {
      engine.contacts().add(new ContactDetails("Ada " + i, null, null, ""), Set.of());
    }

    int written = engine.contactExchange().export(ContactFilter.ALL, format, new StringWriter());

    assertThat(written).isEqualTo(2_001);
  }

  @Test
  void anExportCanBeOfSome() {
    engine.contacts().add(new ContactDetails("Ada", null, null, ""), tags("vip"));
    engine.contacts().add(new ContactDetails("Ben", null, null, ""), Set.of());
    StringWriter out = new StringWriter();

    engine
        .contactExchange()
        .export(new ContactFilter(null, new Tag("vip")), ContactFormat.CSV, out);

    assertThat(out)
        .hasToString(
            """
            "name","email","phone","notes","tags"
            "Ada","","","","vip"
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void aVCardIsWrittenForPhonesAndMailPrograms() {
    engine
        .contacts()
        .add(
            new ContactDetails("Ada Lovelace", "a@example.org", "+49 30 1234567", "one\ntwo"),
            tags("vip", "client"));

    assertThat(export(ContactFormat.VCARD))
        .isEqualTo(
            """
            BEGIN:VCARD
            VERSION:3.0
            FN:Ada Lovelace
            N:;Ada Lovelace;;;
            EMAIL:a@example.org
            TEL:+49 30 1234567
            NOTE:one\\ntwo
            CATEGORIES:client,vip
            END:VCARD
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void everyRecordIsCountedAndProgressIsTold() {
    List<String> progress = new ArrayList<>();
    engine.contacts().add(new ContactDetails("Ada", "a@example.org", null, ""), Set.of());

    ImportReport report =
        engine
            .contactExchange()
            .importFrom(
                """
                name,email,shoe size
                Ada L.,A@example.org,
                Ben,b@example.org,44

                ,c@example.org,
                "Da
                na",d@example.org,
                Eve,e@example.org,39,extra
                Ben again,B@Example.org,
                """,
                (done, total) -> progress.add(done + "/" + total));

    assertThat(report.addedCount()).isEqualTo(2);
    assertThat(report.known())
        .extracting(
            ImportReport.Known::line,
            ImportReport.Known::name,
            one -> one.contact().details().name())
        .containsExactly(tuple(2, "Ada L.", "Ada"), tuple(9, "Ben again", "Ben"));
    assertThat(report.rejected())
        .containsExactly(
            new ImportReport.Rejected(
                5,
                "contact name must be a text of 1 to 200 characters, got \"a text of 0"
                    + " characters\""),
            new ImportReport.Rejected(8, "it has 4 cells, and the header 3"));
    assertThat(report.leftOut()).containsExactly("column shoe size");
    assertThat(report.recordCount()).isEqualTo(6);
    assertThat(progress).containsExactly("1/6", "2/6", "3/6", "4/6", "5/6", "6/6");
  }

  @Test
  void tablesOfGoogleAndOutlookAreUnderstood() {
    importAll(
        """
        \uFEFFFirst Name,Middle Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Value
        Ada,King,Lovelace,Work Friends ::: * myContacts,,a@example.org,+49 30 1234567
        """);
    importAll(
        """
        First Name;Last Name;E-mail Address;Business Phone;Mobile Phone;Categories
        Ben;Ali;b@example.org;;0151 1234567;Client;
        """);
    importAll("Name\tNotes\nCem\t\"tab\tinside\"\n");

    assertThat(contents(engine))
        .isEqualTo(
            Map.of(
                new ContactDetails("Ada King Lovelace", "a@example.org", "+49 30 1234567", ""),
                tags("work-friends"),
                new ContactDetails("Ben Ali", "b@example.org", "0151 1234567", ""),
                tags("client"),
                new ContactDetails("Cem", null, null, "tab\tinside"),
                tags()));
  }

  @Test
  void vCardsOfEveryVersionAreRead() {
    ImportReport report =
        importAll(
            """
            BEGIN:VCARD
            VERSION:2.1
            N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;Dr.;
            TEL;CELL;PREF:+49 151 1234567
            AGENT:
            BEGIN:VCARD
            VERSION:2.1
            FN:His agent
            END:VCARD
            END:VCARD
            begin:vcard
            version:3.0
            fn:Ada Lovelace
            item1.EMAIL;TYPE=HOME:home@example.org
            item2.EMAIL;TYPE=WORK,pref:work@example.org
            CATEGORIES:Work Friends,Семья
            BDAY:1815-12-10
            X-SKYPE:ada
            end:vcard
            BEGIN:VCARD
            VERSION:4.0
            FN:Ben\\, the \\
             second
            TEL;VALUE=uri;PREF=2:tel:+1-555-0100
            TEL;VALUE=uri;PREF=1:tel:+49-30-1234567;ext=7
            NOTE:first
            NOTE:second\\nline
            END:VCARD
            """);

    assertThat(report.rejected()).isEmpty();
    assertThat(contents(engine))
        .isEqualTo(
            Map.of(
                new ContactDetails("Dr. Jörg Müller", null, "+49 151 1234567", ""),
                tags(),
                new ContactDetails("Ada Lovelace", "work@example.org", null, ""),
                tags("work-friends"),
                new ContactDetails(
                    "Ben, the second", null, "+49-30-1234567 x7", "first\n\nsecond\nline"),
                tags()));
    assertThat(report.leftOut())
        .containsExactly("AGENT", "BDAY", "X-SKYPE", "further EMAIL", "further TEL", "label Семья");
  }

  @Test
  void aBrokenVCardSpoilsNoOther() {
    ImportReport report =
        importAll(
            """
            BEGIN:VCARD
            VERSION:3.0
            FN:Cut off
            BEGIN:VCARD
            VERSION:3.0
            FN:Ada
            NOTE:folded
             BEGIN:VCARD
            END:VCARD

            what is this
            and this
            BEGIN:VCARD
            VERSION:3.0
            EMAIL:nameless@example.org
            END:VCARD
            BEGIN:VCARD
            FN:The last
            """);

    assertThat(contents(engine))
        .isEqualTo(Map.of(new ContactDetails("Ada", null, null, "foldedBEGIN:VCARD"), tags()));
    assertThat(report.rejected())
        .extracting(ImportReport.Rejected::line)
        .containsExactly(1, 11, 13, 17);
    assertThat(report.recordCount()).isEqualTo(5);
  }

  @Test
  void whatIsNeitherIsRefusedAsAWhole() {
    for (String text : List.of("", "\n", "hello", "email,phone\na@example.org,1\n")) {
      assertThatExceptionOfType(InvalidInput.class)
          .as(text)
          .isThrownBy(() -> importAll(text))
          .withMessageContaining("import file must be vCards or CSV");
    }
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> importAll("name,email\nAda,a@example.org\n\"Ben,b@example.org\n"))
        .withMessageContaining("import file must be CSV");
    assertThat(contents(engine)).isEmpty();
  }

  @Test
  void moreThanAnybodyHasAreRefusedBeforeTheFirstIsAdded() {
    String most = "name\n" + "a\n".repeat(ImportFile.MOST_RECORDS);
    String cards = "BEGIN:VCARD\nEND:VCARD\n".repeat(ImportFile.MOST_RECORDS + 1);

    for (String text : List.of(most + "a\n", cards)) {
      assertThatExceptionOfType(InvalidInput.class)
          .isThrownBy(() -> importAll(text))
          .withMessage(
              "import file must be of at most 50,000 records; split it, got \"50,001 records\"");
    }
    assertThat(contents(engine)).isEmpty();
    assertThat(ContactTables.read(most).records()).hasSize(ImportFile.MOST_RECORDS);
  }

  @Test
  void anImportThatTheStoreStopsSaysHowFarItCame() {
    InMemoryStorage storage = new InMemoryStorage();
    ContactExchange exchange =
        new ContactExchange(
            lockedAfterOne(storage.contacts()), storage.contactViews(), PhoneRegion.NONE, CLOCK);

    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> exchange.importFrom("name\nAda\nBen\nCem\n", ImportProgress.SILENT))
        .withMessage(
            "the import stopped at line 3, when 1 contacts were added; import the file again:"
                + " locked");
    assertThat(storage.contactViews().list(ContactFilter.ALL, Page.FIRST).items()).hasSize(1);
  }

  @Test
  void noCellIsAFormula() {
    engine.contacts().add(new ContactDetails("=1+1", "@sum", "+49 30 1234567", "-2\n=3"), Set.of());

    assertThat(export(ContactFormat.CSV))
        .endsWith("\"'=1+1\",\"'@sum\",\"'+49 30 1234567\",\"'-2\n=3\",\"\"\r\n");
  }

  /** {@code contacts}, to which nobody can be added after the first. */
  private static Contacts lockedAfterOne(Contacts contacts) {
    AtomicInteger added = new AtomicInteger();
    return (Contacts)
        Proxy.newProxyInstance(
            Contacts.class.getClassLoader(),
            new Class<?>[] {Contacts.class},
            (proxy, method, args) -> {
              if (method.getName().equals("addIfNew") && added.getAndIncrement() > 0) {
                throw new StorageUnavailable("locked");
              }
              return method.invoke(contacts, args);
            });
  }

  private ImportReport importAll(String text) {
    return engine.contactExchange().importFrom(text, ImportProgress.SILENT);
  }

  private String export(ContactFormat format) {
    StringWriter out = new StringWriter();
    engine.contactExchange().export(ContactFilter.ALL, format, out);
    return out.toString();
  }

  /** Through bytes, as a file holds it. */
  private static String asStored(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static Map<ContactDetails, Set<Tag>> contents(Engine engine) {
    return engine.contacts().list(ContactFilter.ALL, Page.first(new Limit(1_000))).items().stream()
        .collect(Collectors.toMap(Contact::details, Contact::tags));
  }

  private static Engine anEngine() {
    return new Engine(new InMemoryStorage(), CLOCK, new SplittableRandom(1));
  }

  private static void addHostileContacts(Engine engine) {
    HostileTexts texts = new HostileTexts(new SplittableRandom(20260105));
    for (int i = 0; i < 300; i++) {
      ContactDetails details =
          ContactDetails.typed(
              texts.upTo(60) + i, texts.upTo(30) + i + "@x", texts.upTo(10) + i, texts.upTo(200));
      engine.contacts().add(details, i % 2 == 0 ? tags("vip", "-x-", "a_" + i) : Set.of());
    }
  }
}
