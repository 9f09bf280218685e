package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.ContactFilter;
import dev.engine.domain.contact.Tag;
import dev.engine.http.Client.Answer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContactExchangeRoutesTest {

  private static final String IMPORT = "/contacts/import";
  private static final String EXPORT = "/contacts/export";
  private static final ContactDetails ADA =
      new ContactDetails("Ada", "ada@example.org", null, "=HYPERLINK(\"http://a.example\")");

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void vCardsAreImported() {
    String cards =
        """
        BEGIN:VCARD\r
        VERSION:3.0\r
        FN:Grüße\r
        EMAIL:g@example.org\r
        TITLE:Dr\r
        END:VCARD\r
        """;

    Answer answer = api.postText(IMPORT, "text/vcard; charset=utf-8", cards);

    assertThat(answer.body())
        .isEqualTo("{\"added\":1,\"known\":[],\"rejected\":[],\"leftOut\":[\"TITLE\"]}");
    assertThat(names()).containsExactly("Grüße");
  }

  @Test
  void ofACsvFileEachRecordIsAddedKnownOrRejected() {
    String id = house.engine.contacts().add(ADA, Set.of()).id().value();
    String table = "name,email\nBob,b@example.org\nAda again,ADA@example.org\n,c@example.org\n";

    Answer answer = api.postText(IMPORT, "text/csv", table);
    Answer again = api.postText(IMPORT, "text/csv", table);

    assertThat(answer.body())
        .startsWith("{\"added\":1,")
        .contains(
            "\"known\":[{\"line\":3,\"name\":\"Ada again\",\"contactId\":\"%s\"}]".formatted(id))
        .contains("\"rejected\":[{\"line\":4,");
    assertThat(again.body()).startsWith("{\"added\":0,");
    assertThat(names()).containsExactly("Ada", "Bob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "email\na@example.org\n", "{\"name\":\"Ada\"}"})
  void whatIsNeitherIsRefused(String text) {
    Answer answer = api.postText(IMPORT, "text/csv", text);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("ENG-1001", "import file must be");
  }

  @Test
  void moreThanAnybodyHasAreRefused() {
    Answer answer = api.postText(IMPORT, "text/csv", "name\n" + "a\n".repeat(50_001));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("ENG-1001", "at most 50,000 records", "50,001 records");
    assertThat(names()).isEmpty();
  }

  @Test
  void aTypeThatAnOperationDoesNotTakeIsRefused() {
    Answer json = api.postText(IMPORT, "application/json", "{}");
    Answer plain = api.postText(IMPORT, "text/plain", "name\nAda\n");
    Answer table = api.postText("/contacts", "text/csv", "{\"name\":\"Ada\"}");

    assertThat(Stream.of(json, plain, table).map(Answer::status)).containsExactly(415, 415, 415);
    assertThat(json.body()).contains("ENG-1109", "must be text/vcard or text/csv here");
    assertThat(names()).isEmpty();
  }

  @Test
  void aKeyIsNotTakenInVain() {
    Answer answer = api.call("POST", IMPORT, null, "Idempotency-Key: a");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("Idempotency-Key must be absent here");
  }

  @Test
  void aFileOfMoreThanAMebibyteIsRefused() {
    Answer answer = api.postText(IMPORT, "text/csv", "name\n" + "a".repeat(1 << 20));

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void contactsAreExportedAsFilesToBeSaved() {
    house.engine.contacts().add(ADA, Set.of(new Tag("math")));

    Answer table = api.get(EXPORT + "/csv");
    Answer cards = api.get(EXPORT + "/vcard");

    assertThat(table.header("Content-Disposition"))
        .contains("attachment; filename=\"contacts.csv\"");
    assertThat(table.body())
        .isEqualTo(
            """
            "name","email","phone","notes","tags"\r
            "Ada","ada@example.org","","'=HYPERLINK(""http://a.example"")","math"\r
            """);
    assertThat(cards.header("Content-Disposition"))
        .contains("attachment; filename=\"contacts.vcf\"");
    assertThat(cards.body()).startsWith("BEGIN:VCARD\r\nVERSION:3.0\r\n").contains("FN:Ada\r\n");
  }

  @Test
  void anExportIsNarrowedAsAListIs() {
    house.engine.contacts().add(ADA, Set.of(new Tag("math")));
    house.engine.contacts().add(new ContactDetails("Bob", null, null, ""), Set.of());

    Answer tagged = api.get(EXPORT + "/csv?tag=math");
    Answer found = api.get(EXPORT + "/csv?search=bob");

    assertThat(tagged.body()).contains("\"Ada\"").doesNotContain("\"Bob\"");
    assertThat(found.body()).contains("\"Bob\"").doesNotContain("\"Ada\"");
  }

  private List<String> names() {
    return house.engine.contacts().list(ContactFilter.ALL, Page.FIRST).items().stream()
        .map(contact -> contact.details().name())
        .toList();
  }
}
