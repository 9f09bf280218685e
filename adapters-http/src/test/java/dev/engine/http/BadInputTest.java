package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.ping.PingFilter;
import dev.engine.http.Client.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a code and a sentence, and nothing is stored. */
final class BadInputTest {

  private static final String PINGS = "/api/v1/pings";

  private final House house = House.open();
  private final Client client = house.client();

  @AfterEach
  void nothingIsStored() {
    assertThat(house.engine.pings().list(PingFilter.ALL, Page.FIRST).items()).isEmpty();
    client.close();
    house.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}| message must be given, got \"nothing\"",
        "{\"message\":1}| message must be a text, got \"1\"",
        "{\"message\":true}| message must be a text, got \"true\"",
        "{\"message\":null}| message must be a text, got \"null\"",
        "{\"message\":[\"a\"]}| message must be a text, got \"an array\"",
        "{\"message\":{}}| message must be a text, got \"an object\"",
        "{\"message\":\" \"}| ping message must be a text of 1 to 10,000 characters, got \"a text"
            + " of 0 characters\"",
        "{\"message\":\"\\ud800\"}| message must be a text, got \"half a character\"",
        "{\"message\":\"a\",\"urgency\":\"HIGH\"}| urgency must be one of low, normal, high,"
            + " critical, got \"HIGH\"",
        "{\"message\":\"a\",\"urgency\":2}| urgency must be one of low, normal, high, critical, got"
            + " \"2\"",
        "{\"message\":\"a\",\"urgency\":null}| urgency must be one of low, normal, high, critical,"
            + " got \"null\"",
        "{\"message\":\"a\",\"sessionId\":\"XYZ\"}| sessionId must be 8 lower-case hex digits, got"
            + " \"XYZ\"",
        "{\"message\":\"a\",\"colour\":1}| a field of request body must be one of sessionId,"
            + " conversationId, urgency, message, got \"colour\"",
        "{\"Message\":\"a\"}| a field of request body must be one of sessionId, conversationId,"
            + " urgency, message, got \"Message\"",
        "[]| request body must be an object, got \"an array\"",
        "\"a\"| request body must be an object, got \"a\"",
        "null| request body must be an object, got \"null\"",
      })
  void aWrongShapeIsSaidInOneSentence(String body, String sentence) {
    Answer answer = client.send("POST", PINGS, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"code\":\"ENG-1001\"")
        .contains("\"detail\":\"%s\"".formatted(sentence.strip().replace("\"", "\\\"")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"message\":\"a\"",
        "{\"message\":\"a\"}}",
        "{\"message\":\"a\"} {}",
        "{\"message\":\"a\",\"message\":\"b\"}",
        "{'message':'a'}",
        "{\"message\":\"a\",}",
        "{\"message\":\"a\"} // ok",
        "{\"message\":NaN}",
        "{\"message\":\"\\x\"}",
        "{\"message\":\"a\nb\"}",
        "\ufeff{\"message\":\"a\"}",
        "<ping/>",
      })
  void whatIsNoJsonIsRefused(String body) {
    Answer answer = client.send("POST", PINGS, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":\"ENG-1001\"", "request body must be JSON");
  }

  @Test
  void aThousandDeepIsRefused() {
    Answer objects = client.send("POST", PINGS, "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000));
    Answer arrays = client.send("POST", PINGS, "[".repeat(100_000));

    assertThat(objects.status()).isEqualTo(400);
    assertThat(arrays.status()).isEqualTo(400);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] body = "{\"message\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);

    Answer answer = client.raw(head("POST", PINGS, body.length), body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("JSON in UTF-8");
  }

  @Test
  void aLongNumberIsRefused() {
    Answer answer = client.send("POST", PINGS, "{\"message\":" + "9".repeat(500_000) + "}");

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void tenMebibytesAreTooLarge() {
    Answer answer = client.send("POST", PINGS, "{\"message\":\"" + "a".repeat(10 << 20) + "\"}");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body()).contains("\"code\":\"ENG-1107\"");
  }

  @Test
  void tenMebibytesInChunksAreTooLarge() {
    StringBuilder body = new StringBuilder();
    String chunk = "a".repeat(64 << 10);
    for (int i = 0; i < 160; i++) {
      body.append(Integer.toHexString(chunk.length())).append("\r\n").append(chunk).append("\r\n");
    }
    body.append("0\r\n\r\n");
    String head = head("POST", PINGS, 0).replace("Content-Length: 0", "Transfer-Encoding: chunked");

    Answer answer = client.raw(head, body.toString().getBytes(StandardCharsets.US_ASCII));

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void aBodyWhereNoneIsExpectedIsRefused() {
    Answer answer = client.send("POST", PINGS + "/0000beef/acknowledge", "{}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("request body must be absent here");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0",
    "limit=501",
    "limit=-1",
    "limit=1.5",
    "limit=ten",
    "limit=",
    "limit=99999999999999999999",
    "limit=1&limit=1",
    "open=yes",
    "open",
    "opne=true",
    "conversation=A",
    "conversation=%ZZ",
    "conversation=%ff",
    "&",
    "=",
  })
  void aBadQueryIsRefused(String query) {
    Answer answer = client.send("GET", PINGS + "?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":\"ENG-1001\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"XYZ", "0000beef0", "0000BEEF", "%30000beef0", "%00", "a;b", "..."})
  void aBadIdIsRefused(String id) {
    Answer answer = client.send("GET", PINGS + "/" + id);

    assertThat(answer.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/pings/",
        "/api/v1/pings/0000beef/",
        "/api/v1/Pings",
        "/api/v1/nothing",
        "/api/v2/pings",
        "/api",
        "//",
        "/api/v1//pings",
        "/assets/../../etc/passwd",
        "/assets/page/%2e%2e/main.js",
        "/assets/page/app/..%2fmain.js",
        "/favicon.ico",
        "/hooks",
        "/hooks/",
      })
  void aPathThatIsNoneIsRefused(String path) {
    Answer answer = client.send("GET", path);

    assertThat(answer.status()).isIn(400, 404, 405);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
  }

  @Test
  void anotherMethodIsRefusedAndTheRightOnesAreNamed() {
    Answer answer = client.send("DELETE", PINGS);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow").orElseThrow().split(", ", -1))
        .containsExactlyInAnyOrder("GET", "HEAD", "POST");
    assertThat(answer.body()).contains("\"code\":\"ENG-1104\"");
  }

  private String head(String method, String path, int length) {
    return """
    %s %s HTTP/1.1\r
    Host: %s\r
    Authorization: Bearer %s\r
    Content-Type: application/json\r
    Content-Length: %d\r
    \r
    """
        .formatted(method, path, client.authority(), House.TOKEN, length);
  }
}
