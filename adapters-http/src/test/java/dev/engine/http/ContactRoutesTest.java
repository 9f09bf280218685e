package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.ContactFilter;
import dev.engine.domain.contact.Tag;
import dev.engine.http.Client.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContactRoutesTest {

  private static final String CONTACTS = "/contacts";
  private static final String ADA =
      """
      {"name":"Ada Lovelace","email":"ada@example.org","notes":"first","tags":["math","friend"]}\
      """;

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void aContactThatIsAddedCanBeShown() {
    Answer added = api.call("POST", CONTACTS, ADA);

    String location = Api.location(added);
    Answer shown = api.get(location);
    assertThat(added.status()).isEqualTo(201);
    assertThat(shown).extracting(Answer::status, Answer::body).containsExactly(200, added.body());
    assertThat(added.body())
        .isEqualTo(
            """
            {"id":"%s","name":"Ada Lovelace","email":"ada@example.org","notes":"first",\
            "tags":["friend","math"],"createdAt":"2026-01-05T12:00:00Z",\
            "updatedAt":"2026-01-05T12:00:00Z"}\
            """
                .formatted(location.substring(CONTACTS.length() + 1)));
  }

  @Test
  void contactsAreListedByNamePageByPage() {
    stored("Cleo", null);
    stored("Ada", null);
    stored("Bob", null);

    Answer front = api.get(CONTACTS + "?limit=2");
    String next = front.body().replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
    Answer rest = api.get(CONTACTS + "?limit=2&after=" + next);

    assertThat(names(front)).containsExactly("Ada", "Bob");
    assertThat(names(rest)).containsExactly("Cleo");
    assertThat(rest.body()).doesNotContain("\"next\"");
  }

  @Test
  void contactsAreFoundByTextAndTag() {
    api.call("POST", CONTACTS, ADA);
    stored("Bob", "bob@example.org");

    Answer byText = api.get(CONTACTS + "?search=BOB@");
    Answer byTag = api.get(CONTACTS + "?tag=math");
    Answer byBoth = api.get(CONTACTS + "?tag=math&search=bob");

    assertThat(names(byText)).containsExactly("Bob");
    assertThat(names(byTag)).containsExactly("Ada Lovelace");
    assertThat(names(byBoth)).isEmpty();
  }

  @Test
  void aChangeReplacesWhatIsKnownAndNamesTheVersionItIsOf() {
    String path = Api.location(api.call("POST", CONTACTS, ADA));
    String body = "{\"name\":\"Ada King\",\"phone\":\"+44 20 7946 0000\"}";
    String seen = api.ifMatch(path);
    house.pass(Duration.ofMinutes(1));

    Answer without = api.call("PUT", path, body);
    Answer changed = api.call("PUT", path, body, seen);
    Answer late = api.call("PUT", path, "{\"name\":\"Augusta\"}", seen);

    assertThat(Stream.of(without, changed, late).map(Answer::status))
        .containsExactly(428, 200, 412);
    assertThat(changed.body())
        .contains("\"name\":\"Ada King\",\"phone\":\"+44 20 7946 0000\",\"notes\":\"\"")
        .contains("\"tags\":[\"friend\",\"math\"]", "\"updatedAt\":\"2026-01-05T12:01:00Z\"");
    assertThat(api.get(path).body()).isEqualTo(changed.body());
  }

  @Test
  void aContactIsRemovedAsItWasSeen() {
    String path = path(stored("Ada", null));
    String seen = api.ifMatch(path);

    Answer without = api.call("DELETE", path, null);
    Answer other = api.call("DELETE", path, null, "If-Match: \"another\"");
    Answer removed = api.call("DELETE", path, null, seen);
    Answer again = api.call("DELETE", path, null, seen);

    assertThat(Stream.of(without, other, removed, again).map(Answer::status))
        .containsExactly(428, 412, 204, 404);
    assertThat(all()).isEmpty();
  }

  @Test
  void tagsArePutOnAndTakenOffAndTwiceIsHarmless() {
    Contact ada = stored("Ada", null);

    Answer on = api.call("PUT", path(ada) + "/tags/client", null);
    Answer onAgain = api.call("PUT", path(ada) + "/tags/client", null);
    Set<Tag> worn = house.engine.contacts().show(ada.id()).tags();
    Answer off = api.call("DELETE", path(ada) + "/tags/client", null);
    Answer offAgain = api.call("DELETE", path(ada) + "/tags/client", null);

    assertThat(on.body()).contains("\"tags\":[\"client\"]").isEqualTo(onAgain.body());
    assertThat(worn).containsExactly(new Tag("client"));
    assertThat(off.body()).contains("\"tags\":[]").isEqualTo(offAgain.body());
  }

  @Test
  void doublesAreFoundAndMadeOne() {
    Contact ada = stored("Ada", "ada@example.org");
    Contact other = stored("Countess", "ADA@example.org");
    stored("Bob", "bob@example.org");

    Answer doubles = api.get(CONTACTS + "/doubles");
    Answer merged = api.call("POST", path(ada) + "/merge", absorbing(other));
    Answer none = api.get(CONTACTS + "/doubles");

    assertThat(names(doubles)).containsExactly("Ada", "Countess");
    assertThat(merged.body()).contains("\"notes\":\"also: Countess, ADA@example.org\"");
    assertThat(none.body()).isEqualTo("{\"items\":[]}");
    assertThat(all()).extracting(each -> each.details().name()).containsExactly("Ada", "Bob");
  }

  @Test
  void whatCannotBeMergedSaysWhy() {
    Contact ada = stored("Ada", null);
    Contact wordy = storedWithNotes("a".repeat(60_000));
    Contact wordier = storedWithNotes("b".repeat(60_000));

    Answer itself = api.call("POST", path(ada) + "/merge", absorbing(ada));
    Answer missing = api.call("POST", path(ada) + "/merge", "{\"absorbed\":\"0000beef\"}");
    Answer tooLong = api.call("POST", path(wordy) + "/merge", absorbing(wordier));

    assertThat(Stream.of(itself, missing, tooLong).map(Answer::status))
        .containsExactly(400, 404, 409);
    assertThat(tooLong.body()).contains("shorten them first");
  }

  @ParameterizedTest
  @CsvSource({"name,200", "email,320", "phone,64", "notes,100000"})
  void aTextHasItsLength(String field, int most) {
    Answer longest = api.call("POST", CONTACTS, with(field, "a".repeat(most)));
    Answer longer = api.call("POST", CONTACTS, with(field, "a".repeat(most + 1)));

    assertThat(longest.status()).isEqualTo(201);
    assertThat(longer.status()).isEqualTo(400);
    assertThat(longer.body()).contains("ENG-1001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\" \"}",
        "{\"name\":\"Ada\",\"tags\":[\"Close friend\"]}",
        "{\"name\":\"Ada\",\"tags\":\"math\"}",
        "{\"name\":\"A\\u0000da\"}",
        "{\"name\":\"Ada\",\"age\":36}"
      })
  void whatIsNoContactIsRefused(String body) {
    Answer answer = api.call("POST", CONTACTS, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("ENG-1001");
    assertThat(all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"search=", "tag=Math", "tag="})
  void aFilterThatIsNoneIsRefused(String query) {
    Answer answer = api.get(CONTACTS + "?" + query);

    assertThat(answer.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"GET,''", "PUT,/tags/client", "DELETE,/tags/client"})
  void aContactThatIsNotThereIsNotFound(String method, String part) {
    Answer answer = api.call(method, CONTACTS + "/0000beef" + part, null);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("no contact 0000beef");
  }

  private Contact stored(String name, @Nullable String email) {
    ContactDetails details = new ContactDetails(name, email, null, "");
    return house.engine.contacts().add(details, Set.of());
  }

  private Contact storedWithNotes(String notes) {
    return house.engine.contacts().add(new ContactDetails("a", null, null, notes), Set.of());
  }

  private List<Contact> all() {
    return house.engine.contacts().list(ContactFilter.ALL, Page.FIRST).items();
  }

  private static String path(Contact contact) {
    return CONTACTS + "/" + contact.id();
  }

  private static String absorbing(Contact contact) {
    return "{\"absorbed\":\"%s\"}".formatted(contact.id());
  }

  private static String with(String field, String text) {
    return field.equals("name")
        ? "{\"name\":\"%s\"}".formatted(text)
        : "{\"name\":\"Ada\",\"%s\":\"%s\"}".formatted(field, text);
  }

  private static List<String> names(Answer list) {
    return Stream.of(list.body().split("\"name\":\"", -1))
        .skip(1)
        .map(each -> each.substring(0, each.indexOf('"')))
        .toList();
  }
}
