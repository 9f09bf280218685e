package dev.engine.services.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.context.ContextFill;
import dev.engine.domain.context.ContextReading;
import dev.engine.domain.context.ContextSource;
import dev.engine.domain.request.Fingerprint;
import dev.engine.domain.request.Reply;
import dev.engine.domain.request.RequestKey;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.services.loop.Loop.Rest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RetentionTest {

  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final Fingerprint SOME = Fingerprint.of("POST", "/", new byte[0]);
  private static final Reply DONE = new Reply(200, null, null, "");

  private Instant now = NOW.minus(Duration.ofHours(1));
  private final InMemoryStorage storage = new InMemoryStorage();
  private final Retention retention =
      new Retention(
          storage,
          new Retention.Periods(
              Duration.ofDays(90),
              Duration.ofDays(7),
              Duration.ofDays(14),
              Duration.ofDays(1),
              Duration.ofDays(14)),
          () -> now);

  @BeforeEach
  void settle() {
    retention.run();
    now = NOW;
  }

  @Test
  void aClockThatIsAheadAtStartForgetsNothing() {
    Session session = SessionExamples.stored(storage.sessions(), "a");
    sample(1, NOW);
    now = NOW.plus(Duration.ofDays(365));

    retention.run();
    now = NOW.plus(Duration.ofMinutes(5));
    retention.run();

    assertThat(storage.contextSamples().recent(session.id(), Limit.DEFAULT)).hasSize(1);
  }

  @Test
  void aClockThatWasSetForwardForGoodIsBelievedAfterAWhile() {
    Session session = SessionExamples.stored(storage.sessions(), "a");
    sample(1, NOW);
    now = NOW.plus(Duration.ofDays(365));
    retention.run();
    now = now.plus(Duration.ofHours(1));

    retention.run();

    assertThat(storage.contextSamples().recent(session.id(), Limit.DEFAULT)).isEmpty();
  }

  @Test
  void whatIsOldIsForgottenInBatchesUntilNothingIsLeft() {
    for (int i = 0; i < 501; i++) {
      answer("old-" + i, NOW.minus(Duration.ofDays(2)));
    }
    answer("young", NOW.minus(Duration.ofHours(23)));

    List<Rest> rounds = List.of(retention.run(), retention.run());

    assertThat(rounds).containsExactly(Rest.MORE_TO_DO, Rest.NOTHING_LEFT);
    assertThat(storage.idempotentRequests().forget(NOW, Limit.DEFAULT)).isEqualTo(1);
  }

  @Test
  void samplesOfContextsAreForgottenAfterTwoWeeks() {
    Session session = SessionExamples.stored(storage.sessions(), "a");
    sample(1, NOW.minus(Duration.ofDays(15)));
    sample(2, NOW.minus(Duration.ofDays(13)));

    retention.run();

    assertThat(storage.contextSamples().recent(session.id(), Limit.DEFAULT))
        .extracting(sample -> sample.reading().fill())
        .containsExactly(ContextFill.ofPercent(2));
  }

  @Test
  void whereNothingIsOldNothingIsLeft() {
    assertThat(retention.run()).isEqualTo(Rest.NOTHING_LEFT);
  }

  private void sample(int percent, Instant at) {
    storage
        .contextSamples()
        .record(
            new ClaudeSessionId("a"),
            new ContextReading(ContextFill.ofPercent(percent), at, ContextSource.STATUS_LINE));
  }

  private void answer(String key, Instant at) {
    storage.idempotentRequests().once(new RequestKey(key), SOME, at, () -> DONE);
  }
}
