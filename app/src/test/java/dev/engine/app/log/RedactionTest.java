package dev.engine.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactionTest {

  private final Redaction redaction = new Redaction();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer canary-canary-canary",
        "authorization=[Bearer canary-canary-canary]",
        "\"Authorization\":\"Basic canary-canary\"",
        "got bearer canary-canary-canary from a client",
        "Cookie: a=b; engine=canary; c=canary2",
        "Set-Cookie: engine=canary; HttpOnly",
        "X-Api-Key: canary",
        "x-goog-api-key: canary",
        "GET /open?code=canary HTTP/1.1",
        "http://127.0.0.1:43117/open?a=b&code=canary#c",
        "ANTHROPIC_API_KEY=canary-123",
        "{\"access_token\": \"canary-123\"}",
        "password: canary-123",
        "https://user:canary@example.org/path",
        "the key sk-ant-canary-0123456789abcdef was refused",
        "ghp_canary0123456789canary0123456789",
        "eyJcanary.eyJcanary.canary",
        "-----BEGIN RSA PRIVATE KEY-----\ncanary\n-----END RSA PRIVATE KEY-----\n"
      })
  void whatHasTheFormOfASecretIsHidden(String text) {
    assertThat(redaction.of(text)).doesNotContain("canary").contains(Redaction.HIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "listening on 127.0.0.1:43117",
        "ENG-2001 the database is locked: another writer has held it for 5 s",
        "GET /api/v1/sessions?limit=5 400 ENG-1001",
        "session 3fa94c01 ended: prompt_input_exit",
        "the spool has 12 events, the oldest of 2026-01-05T12:00:00Z",
        "the cookie of engine dashboard is needed"
      })
  void ordinaryTextStaysAsItIs(String text) {
    assertThat(redaction.of(text)).isEqualTo(text);
  }

  @Test
  void aKnownSecretIsHiddenWhereverItStands() {
    redaction.hide("canary-0123456789");

    String text = redaction.of("java.io.IOException: canary-0123456789/x\n\tat canary-0123456789");

    assertThat(text).isEqualTo("java.io.IOException: [hidden]/x\n\tat [hidden]");
  }

  @Test
  void aWordIsNoSecret() {
    redaction.hide("on");

    assertThat(redaction.of("one on one")).isEqualTo("one on one");
  }
}
