package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.http.Client.Answer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An authorised user of the API who compares each answer with the document. */
final class Caller implements AutoCloseable {

  private final Client client;
  private final Contract contract;

  Caller(House house) {
    this.client = house.client();
    this.contract = Contract.of(client);
  }

  Answer get(String path) {
    return call("GET", path, null);
  }

  /** With a body of JSON, or with none. */
  Answer call(String method, String path, @Nullable String json, String... headers) {
    return checked(method, path, client.send(method, path, json, headers));
  }

  /** With a body of another type. */
  Answer post(String path, String mediaType, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String head =
        """
        POST %s HTTP/1.1\r
        Host: %s\r
        Authorization: Bearer %s\r
        Content-Type: %s\r
        Content-Length: %d\r
        \r
        """
            .formatted(path, client.authority(), House.TOKEN, mediaType, body.length);
    return checked("POST", path, client.raw(head, body));
  }

  /** The header that names the version of what {@code path} shows. */
  String ifMatch(String path) {
    return "If-Match: " + get(path).header("ETag").orElseThrow();
  }

  @Override
  public void close() {
    client.close();
  }

  private Answer checked(String method, String path, Answer answer) {
    String plain = path.split("\\?", -1)[0];
    assertThat(contract.differences(method, plain, answer)).isEmpty();
    return answer;
  }
}
