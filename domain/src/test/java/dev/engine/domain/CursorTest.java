package dev.engine.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CursorTest {

  @Test
  void itsTextStandsForItInAUrl() {
    Cursor cursor = new Cursor("contacts", List.of("Zoë \uD83D\uDE00\n&=+/?#", "", "0000000a"));

    String text = cursor.toString();

    assertThat(text).matches("[A-Za-z0-9_-]+");
    assertThat(Cursor.parse(text)).isEqualTo(cursor);
  }

  @Test
  void theLongestPlaceThatAListCanHaveFits() {
    Cursor longest = new Cursor("contacts", List.of("\uD83D\uDE00".repeat(400), "0000000a"));

    assertThat(Cursor.parse(longest.toString())).isEqualTo(longest);
  }

  @Test
  void whatNoListGaveIsRefused() {
    for (String text :
        List.of("", "?", "a", "cGluZ3M", "AAAA", "cGluZ3MA_w", "cGluZ3M=", "A".repeat(4_001))) {
      assertThatExceptionOfType(InvalidInput.class)
          .as(text)
          .isThrownBy(() -> Cursor.parse(text))
          .withMessageContaining("cursor must be one that a list gave");
    }
  }

  @Test
  void whatHasNoPlaceOrWouldBeCutInTwoIsRefused() {
    refuses("pings", List.of());
    refuses("", List.of("a"));
    refuses("pings", List.of("a\0b"));
    refuses("pi\0ngs", List.of("a"));
  }

  private static void refuses(String list, List<String> place) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Cursor(list, place));
  }
}
