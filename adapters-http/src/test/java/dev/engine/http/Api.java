package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.http.Client.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API of a house, called by paths below {@code /api/v1}. Each answer is as documented. */
final class Api implements AutoCloseable {

  private static final String ROOT = "/api/v1";
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Client client;
  private final Contract contract;

  Api(House house) {
    this.client = house.client();
    this.contract = Contract.of(client);
  }

  Answer get(String path) {
    return call("GET", path, null);
  }

  Answer post(String path) {
    return call("POST", path, null);
  }

  Answer post(String path, String json) {
    return call("POST", path, json);
  }

  Answer call(String method, String path, @Nullable String json, String... headers) {
    return checked(method, path, client.send(method, ROOT + path, json, headers));
  }

  /** Sends what is no JSON. */
  Answer postText(String path, String mediaType, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String head =
        """
        POST %s%s HTTP/1.1\r
        Host: %s\r
        Authorization: Bearer %s\r
        Content-Type: %s\r
        Content-Length: %d\r
        \r
        """
            .formatted(ROOT, path, client.authority(), House.TOKEN, mediaType, body.length);
    return checked("POST", path, client.raw(head, body));
  }

  /** The header that names the version of what {@code path} shows. */
  String ifMatch(String path) {
    return "If-Match: " + get(path).header("ETag").orElseThrow();
  }

  /** What the thing that {@code answer} has made is called below the root. */
  static String location(Answer answer) {
    return answer.header("Location").orElseThrow().substring(ROOT.length());
  }

  /** The {@code field} of each item of a list, or of its first page if it is long. */
  List<String> items(String path, String field) {
    return items(json(get(path)), field);
  }

  /** The {@code field} of each item of a list, read in pages of one. */
  List<String> itemsOneByOne(String path, String field) {
    List<String> all = new ArrayList<>();
    String first = path + (path.contains("?") ? "&" : "?") + "limit=1";
    JsonNode page = json(get(first));
    all.addAll(items(page, field));
    while (page.has("next")) {
      assertThat(page.get("items")).hasSize(1);
      page = json(get("%s&after=%s".formatted(first, page.get("next").asString())));
      all.addAll(items(page, field));
    }
    return all;
  }

  @Override
  public void close() {
    client.close();
  }

  private Answer checked(String method, String path, Answer answer) {
    String plain = ROOT + path.split("\\?", -1)[0];
    assertThat(contract.differences(method, plain, answer)).isEmpty();
    return answer;
  }

  private static List<String> items(JsonNode page, String field) {
    return page.get("items").valueStream().map(item -> item.get(field).asString()).toList();
  }

  private static JsonNode json(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return MAPPER.readTree(answer.body());
  }
}
