package dev.engine.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JsonStringTest {

  @Test
  void whateverIsNotReadAsItStandsIsEscaped() {
    String text = "az \"q\" \\ \n\t\u0001\u007f\u0085 <&`> é";

    String json = JsonString.of(text);

    assertThat(json)
        .isEqualTo(
            "\"az \\\"q\\\" \\\\ \\n\\t\\u0001\\u007f\\u0085"
                + " \\u003c\\u0026\\u0060\\u003e é\"");
    assertThat(JsonReading.text(json)).isEqualTo(text);
  }

  @Test
  void aCharacterIsAsWideAsItIsWritten() {
    for (char c : "az{~ \"\\\n\t\r\0<>&`\u2028\uff1cé".toCharArray()) {
      assertThat(JsonString.of(String.valueOf(c))).hasSize(2 + JsonString.width(c));
    }
  }
}
