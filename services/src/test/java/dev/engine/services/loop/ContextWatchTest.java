package dev.engine.services.loop;

import static dev.engine.domain.context.ContextExamples.NOON;
import static dev.engine.domain.context.ContextExamples.reading;
import static dev.engine.domain.context.ContextExamples.tokens;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.context.ContextProbe;
import dev.engine.domain.context.ContextReading;
import dev.engine.domain.context.ContextSample;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Signal;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.services.loop.Loop.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ContextWatchTest {

  private final InMemoryStorage storage = new InMemoryStorage();
  private final Session session = stored(storage.sessions(), "a");
  private final List<Session> asked = new ArrayList<>();

  @Test
  void theFirstProbeThatKnowsIsBelieved() {
    Rest rest = watch(silent(), knowing(tokens(120_000, 5)), knowing(reading(71, 6))).run();

    assertThat(rest).isEqualTo(Rest.NOTHING_LEFT);
    assertThat(samples()).containsExactly(tokens(120_000, 5));
  }

  @Test
  void whereNobodyKnowsNothingIsStored() {
    watch(silent(), silent()).run();

    assertThat(samples()).isEmpty();
  }

  @Test
  void aSessionThatTellsItItselfIsNotAskedFor() {
    storage.contextSamples().record(session.claudeId(), reading(30, 3_590));
    seenAt(3_600);

    watch(knowing(tokens(1, 3_600))).run();

    assertThat(asked).isEmpty();
  }

  @Test
  void aSessionInWhichNothingHappenedSinceIsNotAskedFor() {
    storage.contextSamples().record(session.claudeId(), reading(30, 1));

    watch(knowing(tokens(1, 3_600))).run();

    assertThat(asked).isEmpty();
  }

  @Test
  void aSessionThatWentOnInSilenceIsAskedFor() {
    storage.contextSamples().record(session.claudeId(), reading(30, 1));
    seenAt(10);

    watch(knowing(reading(71, 9))).run();

    assertThat(samples()).containsExactly(reading(71, 9), reading(30, 1));
  }

  @Test
  void anEndedSessionIsNotAskedFor() {
    storage.sessions().end(session.id(), NOON, EndReason.CLOSED);

    watch(knowing(reading(71, 9))).run();

    assertThat(asked).isEmpty();
  }

  private void seenAt(int seconds) {
    storage.sessions().observe(sighting("a", new Signal.Prompted(), NOON.plusSeconds(seconds)));
  }

  /** At an hour past noon. */
  private ContextWatch watch(ContextProbe... probes) {
    return new ContextWatch(storage, List.of(probes), () -> NOON.plusSeconds(3_600));
  }

  private ContextProbe silent() {
    return session -> Optional.empty();
  }

  private ContextProbe knowing(ContextReading reading) {
    return session -> {
      asked.add(session);
      return Optional.of(reading);
    };
  }

  private List<ContextReading> samples() {
    return storage.contextSamples().recent(session.id(), Limit.DEFAULT).stream()
        .map(ContextSample::reading)
        .toList();
  }
}
