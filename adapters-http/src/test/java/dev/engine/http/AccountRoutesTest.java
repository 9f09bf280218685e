package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.account.Account;
import dev.engine.domain.account.Capabilities;
import dev.engine.domain.account.Handle;
import dev.engine.http.Client.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountRoutesTest {

  private static final String ADA =
      """
      {"provider":"google","kind":"email","address":"ada@example.com","displayName":"Ada",\
      "capabilities":["send","read","send"]}\
      """;

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void anAccountThatIsAddedCanBeShown() {
    Answer added = api.post("/accounts", ADA);

    String id = Api.location(added).substring("/accounts/".length());
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.body())
        .isEqualTo(
            """
            {"id":"%s","provider":"google","kind":"email","address":"ada@example.com",\
            "displayName":"Ada","enabled":true,"capabilities":["read","send"],\
            "createdAt":"2026-01-05T12:00:00Z","updatedAt":"2026-01-05T12:00:00Z"}\
            """
                .formatted(id));
    assertThat(api.get("/accounts/" + id).body()).isEqualTo(added.body());
  }

  @Test
  void anAccountNeedsNoNameAndNothingItMayDo() {
    Answer added =
        api.post("/accounts", "{\"provider\":\"google\",\"kind\":\"email\",\"address\":\"a@b\"}");

    assertThat(added.body()).contains("\"displayName\":\"\"", "\"capabilities\":[]");
  }

  @Test
  void aHandleIsTakenOnce() {
    api.post("/accounts", ADA);

    Answer second = api.post("/accounts", ADA.replace("\"Ada\"", "\"Countess\""));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body()).contains("ENG-1003", "google email ada@example.com already");
  }

  @Test
  void accountsAreListedByProviderKindAndAddressInPages() {
    String mail = added("google", "email").id().value();
    String calendar = added("google", "calendar").id().value();
    String other = added("apple", "email").id().value();

    assertThat(api.itemsOneByOne("/accounts", "id"))
        .isEqualTo(api.items("/accounts", "id"))
        .containsExactly(other, calendar, mail);
  }

  @Test
  void anAccountIsDisabledAndEnabledAgain() {
    String path = "/accounts/" + added("google", "email").id();
    house.pass(Duration.ofSeconds(1));

    Answer disabled = api.post(path + "/disable");
    Answer twice = api.post(path + "/disable");
    Answer enabled = api.post(path + "/enable");

    assertThat(disabled.body())
        .contains("\"enabled\":false", "\"updatedAt\":\"2026-01-05T12:00:01Z\"");
    assertThat(twice.body()).isEqualTo(disabled.body());
    assertThat(enabled.body()).contains("\"enabled\":true");
  }

  @Test
  void aChangeLeavesWhatItDoesNotName() {
    String path = "/accounts/" + added("google", "email").id();

    Answer named = api.call("PATCH", path, "{\"displayName\":\"Ada\"}");
    Answer able = api.call("PATCH", path, "{\"capabilities\":[\"send\",\"read\"]}");

    assertThat(named.body()).contains("\"displayName\":\"Ada\"", "\"capabilities\":[]");
    assertThat(able.body())
        .contains("\"displayName\":\"Ada\"", "\"capabilities\":[\"read\",\"send\"]");
    assertThat(api.get(path).body()).isEqualTo(able.body());
  }

  @Test
  void anAccountIsRemovedOnce() {
    String path = "/accounts/" + added("google", "email").id();

    assertThat(api.call("DELETE", path, null).status()).isEqualTo(204);
    assertThat(api.call("DELETE", path, null).status()).isEqualTo(404);
    assertThat(api.get("/accounts").body()).isEqualTo("{\"items\":[]}");
  }

  @ParameterizedTest
  @CsvSource({"google, 64", "email, 32", "ada@example.com, 320", "Ada, 200"})
  void textsAreAsLongAsTheDocumentSays(String part, int length) {
    assertThat(api.post("/accounts", ADA.replace(part, "a".repeat(length + 1))).status())
        .isEqualTo(400);
    assertThat(api.post("/accounts", ADA.replace(part, "a".repeat(length))).status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({"GET, '',", "PATCH, '', {}", "DELETE, '',", "POST, /enable,", "POST, /disable,"})
  void anAccountThatIsNotThereIsNotFound(String method, String part, String json) {
    Answer answer = api.call(method, "/accounts/0000beef" + part, json);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("ENG-1002", "no account 0000beef");
  }

  @ParameterizedTest
  @CsvSource({
    "google, ''",
    "google, ' '",
    "ada@example.com, 'a\\nb'",
    "send, Send",
    "provider, providers",
    "\"Ada\", null",
    "\"Ada\", 1",
    "kind, password"
  })
  void anAccountOfAnotherShapeIsRefused(String part, String other) {
    assertThat(api.post("/accounts", ADA.replace(part, other)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/accounts/x", "/accounts?provider=google", "/accounts?after=x"})
  void whatNoAccountHasIsRefused(String path) {
    assertThat(api.get(path).status()).isEqualTo(400);
  }

  private Account added(String provider, String kind) {
    Handle handle = new Handle(provider, kind, "ada@example.com");
    return house.engine.accounts().add(handle, "", Capabilities.of(List.of()));
  }
}
