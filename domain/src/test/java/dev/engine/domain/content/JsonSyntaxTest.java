package dev.engine.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JsonSyntaxTest {

  @Test
  void knowsADocument() {
    assertThat(JsonExamples.DOCUMENTS).allMatch(JsonSyntax::isDocument);
  }

  @Test
  void knowsWhatOnlyLooksLikeOne() {
    assertThat(JsonExamples.OTHERS).noneMatch(JsonSyntax::isDocument);
  }

  @Test
  void aLongStringDoesNotExhaustTheStack() {
    String document = "\"" + "\\u0041".repeat(160_000) + "\"";

    assertThat(JsonSyntax.isDocument(document)).isTrue();
  }
}
