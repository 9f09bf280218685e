package dev.engine.domain.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.ProcessIdentity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ServingEngineTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void itSaysWhoServesSinceWhenAndWhere() {
    ProcessIdentity known = new ProcessIdentity(73, NOON);
    ProcessIdentity numbered = new ProcessIdentity(73, null);

    assertThat(new ServingEngine(known, new Endpoint("127.0.0.1", 20_000)).description())
        .isEqualTo("process 73, since 2026-01-05T12:00:00Z, on 127.0.0.1:20000");
    assertThat(new ServingEngine(numbered, null).description())
        .isEqualTo("process 73, still starting");
  }
}
