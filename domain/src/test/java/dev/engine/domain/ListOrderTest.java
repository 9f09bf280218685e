package dev.engine.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.ping.Pings;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ListOrderTest {

  private static final String ID = "0000000a";

  @Test
  void aPageWithoutACursorBeginsAtTheFront() {
    assertThat(Pings.ORDER.start(Page.FIRST)).isEmpty();
  }

  @Test
  void aCursorSaysWhereAPageBegins() {
    Page page = Page.FIRST.after(new Cursor("pings", List.of("2026-01-05T12:00:00.001Z", ID)));

    assertThat(Pings.ORDER.start(page))
        .contains(new TimePlace<>(Instant.parse("2026-01-05T12:00:00.001Z"), new PingId(ID)));
  }

  @Test
  void whatTheListCannotHaveSaidIsRefused() {
    refuses(List.of("2026-01-05T12:00:00Z"));
    refuses(List.of("2026-01-05T12:00:00Z", "Z"));
    refuses(List.of("2026-01-05T12:00:00Z", ID, ID));
    refuses(List.of("2026-01-05t12:00:00z", ID));
    refuses(List.of("yesterday", ID));
    refuses(List.of("-0001-01-05T12:00:00Z", ID));
    refuses(List.of("+10000-01-05T12:00:00Z", ID));
  }

  private static void refuses(List<String> place) {
    Page page = Page.FIRST.after(new Cursor("pings", place));

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> Pings.ORDER.start(page))
        .withMessageContaining("cursor must be one of the pings");
  }
}
