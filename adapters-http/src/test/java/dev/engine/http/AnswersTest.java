package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.http.Client.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real answers are what the document says of them; the good ones of resources, see their tests. */
final class AnswersTest {

  private final House house = House.open();
  private final Client client = house.client();
  private final Contract contract = Contract.of(client);

  @AfterEach
  void closeHouse() {
    client.close();
    house.close();
  }

  @Test
  void nobodyIsAnsweredWhatIsNotDescribed() {
    List<String> differences = new ArrayList<>();

    for (String operation : contract.operations()) {
      String[] parts = operation.split(" ", 2);
      String path = parts[1].replaceAll("\\{[a-z]+}", "0000beef");
      Answer unknown = client.send(parts[0], path + "?unknown=1");
      Answer stranger = client.sendAs(parts[0], path, null);
      differences.addAll(contract.differences(parts[0], path, unknown));
      differences.addAll(contract.differences(parts[0], path, stranger));
    }

    assertThat(differences).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, 200",
    "GET, /assets/page/app/main.js, 200",
    "GET, /assets/style/tokens.css, 200",
    "GET, /healthz, 200",
    "GET, /readyz, 200",
    "GET, /metrics, 200",
    "GET, /api/v1/openapi.json, 200",
    "GET, /open, 401",
    "POST, /api/v1/dashboard-codes, 200",
  })
  void whatIsAskedForIsAnsweredAsDescribed(String method, String path, int status) {
    Answer answer = client.send(method, path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(contract.differences(method, path, answer)).isEmpty();
  }

  @Test
  void hooksAreAnsweredAsDescribed() {
    Answer nothing = client.send("POST", "/hooks/Stop", "{}");
    house.hookAnswer.set(new HookListener.Answer("{}", null));
    Answer something = client.send("POST", "/hooks/Stop", "{}");

    assertThat(contract.differences("POST", "/hooks/Stop", nothing)).isEmpty();
    assertThat(contract.differences("POST", "/hooks/Stop", something)).isEmpty();
  }

  @Test
  void aBrowserThatIsLetInIsAnsweredAsDescribed() {
    String json = client.send("POST", "/api/v1/dashboard-codes").body();
    String link = json.replaceAll(".*\"path\":\"([^\"]+)\".*", "$1");

    Answer opened = client.sendAs("GET", link, null);

    assertThat(opened.status()).isEqualTo(303);
    assertThat(contract.differences("GET", "/open", opened)).isEmpty();
  }

  @Test
  void aCodeIsNotKeptUnderAKey() {
    Answer refused = client.send("POST", "/api/v1/dashboard-codes", null, "Idempotency-Key: a");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("Idempotency-Key must be absent here");
  }
}
