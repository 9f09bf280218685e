package dev.engine.services;

import static dev.engine.domain.context.ContextExamples.NOON;
import static dev.engine.domain.context.ContextExamples.reading;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static dev.engine.domain.session.SessionExamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.context.Forecast;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.ContextLevel;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Source;
import dev.engine.domain.testing.InMemoryStorage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ContextOutlookTest {

  private final InMemoryStorage storage = new InMemoryStorage();
  private final ContextOutlook outlook = new ContextOutlook(storage.contextSamples());
  private final Session session = stored(storage.sessions(), "a");

  @Test
  void aSessionThatFillsItsContextIsForecast() {
    fill();

    assertThat(outlook.forecast(found()))
        .contains(new Forecast(ContextLevel.HALF, Duration.ofMinutes(3)));
  }

  @Test
  void afterACompactionNothingIsKnown() {
    fill();

    storage.sessions().observe(sighting("a", started(Source.COMPACT), NOON.plusSeconds(200)));

    assertThat(outlook.forecast(found())).isEmpty();
  }

  @Test
  void anEndedSessionHasNoFuture() {
    fill();

    storage.sessions().end(session.id(), NOON.plusSeconds(200), EndReason.CLOSED);

    assertThat(outlook.forecast(found())).isEmpty();
  }

  private void fill() {
    for (int minute = 0; minute < 3; minute++) {
      storage
          .contextSamples()
          .record(new ClaudeSessionId("a"), reading(40 + 2 * minute, 60 * minute));
    }
  }

  private Session found() {
    return storage.sessions().find(session.id()).orElseThrow();
  }
}
