package dev.engine.domain.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExhibitTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"http://example.com", "HTTPS://example.com:8443/a?b=c#d", "https://[::1]/"})
  void aLinkGoesToTheWeb(String body) {
    assertThat(new Exhibit(Kind.LINK, "a", body).body()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "//example.com",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,hello",
        "https:example.com",
        "https:///path",
        "https://example.com/a b",
        "https://example.com/\n",
        " https://example.com"
      })
  void aLinkGoesNowhereElse(String body) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Exhibit(Kind.LINK, "a", body))
        .withMessageStartingWith("link must be an absolute http or https address");
  }

  @Test
  void jsonMustParse() {
    assertThat(new Exhibit(Kind.JSON, "a", "{}").body()).isEqualTo("{}");
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Exhibit(Kind.JSON, "a", "{"))
        .withMessage("body must be a JSON document, got \"{\"");
  }

  @Test
  void textIsTakenAsItIsUpToItsLimit() {
    String longest = "x".repeat(1_000_000);

    assertThat(new Exhibit(Kind.MARKDOWN, "a", "<script>{").body()).isEqualTo("<script>{");
    assertThat(new Exhibit(Kind.FILE, "a", longest).body()).isEqualTo(longest);
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Exhibit(Kind.FILE, "a", longest + "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two\nlines"})
  void theTitleIsOneLine(String title) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Exhibit(Kind.MARKDOWN, title, "a"));
  }
}
