package dev.engine.domain.context;

import static dev.engine.domain.context.ContextExamples.NOON;
import static dev.engine.domain.context.ContextExamples.reading;
import static dev.engine.domain.context.ContextExamples.tokens;
import static dev.engine.domain.session.SessionExamples.clientWithPid;
import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static dev.engine.domain.session.SessionExamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Told;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.ContextGauge;
import dev.engine.domain.session.ContextLevel;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.ModelContext;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.domain.testing.ScriptedRandom;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link ContextSamples} promises. */
public interface ContextSamplesContract {

  ClaudeSessionId A = new ClaudeSessionId("a");

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new SplittableRandom(7));
  }

  @Test
  default void aReadingIsKeptAndItsSessionKnowsIt() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");
    ContextReading reading = reading(8, 15_500, 200_000, 1);

    Measuring measuring = storage.contextSamples().record(A, reading);

    Session after = session.filledTo(8, NOON.plusSeconds(1));
    ContextSample sample = new ContextSample(session.id(), reading);
    assertThat(measuring).isEqualTo(new Measuring.Taken(after, sample));
    assertThat(storage.sessions().find(session.id())).contains(after);
    assertThat(storage.contextSamples().recent(session.id(), Limit.DEFAULT))
        .containsExactly(sample);
    assertThat(notices(storage)).isEmpty();
  }

  @Test
  default void aReadingOfASessionThatIsNotKnownChangesNothing() {
    Storage storage = storage();

    Measuring measuring = storage.contextSamples().record(A, reading(71, 1));

    assertThat(measuring).isEqualTo(new Measuring.NotKnown(A));
  }

  @Test
  default void theFirstToReachALevelWarnsTheConversationOnce() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");

    Measuring below = storage.contextSamples().record(A, reading(69, 1));
    Measuring first = storage.contextSamples().record(A, reading(71, 2));
    Measuring second = storage.contextSamples().record(A, reading(72, 3));

    Session warned = session.filledTo(69, NOON.plusSeconds(1)).filledTo(71, NOON.plusSeconds(2));
    assertThat(below).isInstanceOf(Measuring.Warned.class);
    assertThat(first)
        .isEqualTo(
            new Measuring.Warned(warned, new ContextSample(session.id(), reading(71, 2)), 71));
    assertThat(second).isInstanceOf(Measuring.Taken.class);
    assertThat(notices(storage))
        .extracting(notice -> notice.terms().generation())
        .containsExactly(170, 150);
  }

  @Test
  default void aLevelThatWasPassedOverIsNotToldOf() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");

    storage.contextSamples().record(A, reading(95, 1));

    Session warned = session.filledTo(95, NOON.plusSeconds(1));
    assertThat(storage.sessions().find(session.id())).contains(warned);
    assertThat(notices(storage)).containsExactly(ContextNotice.of(warned, 95));
  }

  @Test
  default void aFallAloneLowersNothing() {
    Storage storage = storage();
    stored(storage.sessions(), "a");
    storage.contextSamples().record(A, reading(71, 1));

    storage.contextSamples().record(A, reading(69, 2));
    storage.contextSamples().record(A, reading(71, 3));

    assertThat(notices(storage)).hasSize(1);
  }

  @Test
  default void aCompactionMakesTheContextUnknownAndTheNextOneIsWarnedAnew() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");
    storage.contextSamples().record(A, reading(71, 1));

    storage.sessions().observe(sighting("a", started(Source.COMPACT), NOON.plusSeconds(5)));
    Session compacted = storage.sessions().find(session.id()).orElseThrow();
    storage.contextSamples().record(A, reading(20, 6));
    storage.contextSamples().record(A, reading(71, 7));

    assertThat(compacted.report().context())
        .isEqualTo(
            new ModelContext(
                2, ContextLevel.NONE, new ContextGauge(null, null, NOON.plusSeconds(5), 71)));
    assertThat(notices(storage))
        .extracting(notice -> notice.terms().generation())
        .containsExactly(270, 170);
  }

  @Test
  default void whatIsToldOfBeforeACompactionDoesNotCount() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");
    storage.contextSamples().record(A, reading(71, 1));
    storage.sessions().observe(sighting("a", started(Source.COMPACT), NOON.plusSeconds(5)));
    Session compacted = storage.sessions().find(session.id()).orElseThrow();

    Measuring late = storage.contextSamples().record(A, reading(73, 4));
    Measuring stale = storage.contextSamples().record(A, reading(71, 6));

    assertThat(late).isEqualTo(new Measuring.Outdated(compacted));
    assertThat(stale).isEqualTo(new Measuring.Outdated(compacted));
    assertThat(storage.contextSamples().recent(session.id(), Limit.DEFAULT)).hasSize(1);
  }

  @Test
  default void whatTheClearedSessionHadIsNotBelievedOfTheNext() {
    Storage storage = storage();
    admitted(storage, "a", Source.STARTUP, 0);
    storage.contextSamples().record(A, reading(71, 1));
    storage
        .sessions()
        .observe(
            sighting(
                "a", new Signal.Ended(EndReason.CLEAR), clientWithPid(7), NOON.plusSeconds(2)));
    Session next = admitted(storage, "b", Source.CLEAR, 3);

    Measuring stale = storage.contextSamples().record(new ClaudeSessionId("b"), reading(71, 4));
    Measuring fresh = storage.contextSamples().record(new ClaudeSessionId("b"), reading(9, 5));
    Measuring grown = storage.contextSamples().record(new ClaudeSessionId("b"), reading(71, 6));

    assertThat(stale).isEqualTo(new Measuring.Outdated(next));
    assertThat(fresh).isInstanceOf(Measuring.Taken.class);
    assertThat(grown).isInstanceOf(Measuring.Warned.class);
  }

  @Test
  default void theSameAgainIsKeptOnceAMinute() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");
    storage.contextSamples().record(A, reading(30, 0));

    Measuring soon = storage.contextSamples().record(A, reading(30, 59));
    Measuring later = storage.contextSamples().record(A, reading(30, 60));

    assertThat(soon).isEqualTo(new Measuring.Known(session.filledTo(30, NOON)));
    assertThat(later).isInstanceOf(Measuring.Taken.class);
    assertThat(storage.contextSamples().recent(session.id(), Limit.DEFAULT))
        .extracting(ContextSample::reading)
        .containsExactly(reading(30, 60), reading(30, 0));
  }

  @Test
  default void aReadingThatWasOvertakenDoesNotCount() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");
    storage.contextSamples().record(A, reading(30, 2));

    Measuring overtaken = storage.contextSamples().record(A, reading(71, 1));

    assertThat(overtaken)
        .isEqualTo(new Measuring.Outdated(session.filledTo(30, NOON.plusSeconds(2))));
  }

  @Test
  default void anEndedSessionIsNotWarned() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");
    storage.sessions().end(session.id(), NOON.plusSeconds(1), EndReason.CLOSED);

    Measuring measuring = storage.contextSamples().record(A, reading(95, 2));

    assertThat(measuring).isInstanceOf(Measuring.Outdated.class);
    assertThat(notices(storage)).isEmpty();
  }

  @Test
  default void tokensAreAPercentageOnceTheWindowIsKnown() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");

    storage.contextSamples().record(A, tokens(120_000, 1));
    Session unknown = storage.sessions().find(session.id()).orElseThrow();
    storage.contextSamples().record(A, reading(61, 122_000, 200_000, 2));
    storage.contextSamples().record(A, tokens(144_000, 3));

    assertThat(unknown).isEqualTo(session);
    assertThat(storage.contextSamples().recent(session.id(), new Limit(1)))
        .extracting(sample -> sample.reading().fill())
        .containsExactly(new ContextFill(72, 144_000L, 200_000L));
    assertThat(notices(storage)).hasSize(2);
  }

  @Test
  default void aClientAboutToCompactIsAsGoodAsFullButNobodyHasMeasuredIt() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");
    storage.contextSamples().record(A, reading(66, 1));

    Measuring full =
        storage.contextSamples().record(A, ContextReading.beforeCompaction(NOON.plusSeconds(2)));

    assertThat(full).isInstanceOf(Measuring.Warned.class);
    ModelContext context = storage.sessions().find(session.id()).orElseThrow().report().context();
    assertThat(context.warned()).isEqualTo(ContextLevel.CRITICAL);
    assertThat(context.gauge().percent()).isEqualTo(66);
  }

  @Test
  default void aWarningTellsTheJournalAndAReadingDoesNot() {
    Storage storage = storage(new ScriptedRandom(1));
    Session session = stored(storage.sessions(), "a");

    List<Happening> told =
        Told.by(
            storage,
            () -> storage.contextSamples().record(A, reading(30, 1)),
            () -> storage.contextSamples().record(A, reading(71, 2)));

    assertThat(told)
        .extracting(Happening::kind)
        .last()
        .isEqualTo(new EventKind("notification.queued"));
    assertThat(told.getFirst())
        .isEqualTo(
            new Happening(
                NOON.plusSeconds(2),
                new EventKind("session.context_warned"),
                session.conversation(),
                session.id(),
                null,
                new Facts("{\"level\":70,\"percentUsed\":71}")));
    assertThat(told).hasSize(2);
  }

  @Test
  default void theOldestSamplesAreForgottenAFewAtATime() {
    Storage storage = storage();
    Session session = stored(storage.sessions(), "a");
    for (int number = 1; number <= 4; number++) {
      storage.contextSamples().record(A, reading(number, number));
    }

    int first = storage.contextSamples().forget(NOON.plusSeconds(4), new Limit(2));
    int second = storage.contextSamples().forget(NOON.plusSeconds(4), new Limit(2));

    assertThat(first).isEqualTo(2);
    assertThat(second).isEqualTo(1);
    assertThat(storage.contextSamples().recent(session.id(), Limit.DEFAULT))
        .extracting(ContextSample::reading)
        .containsExactly(reading(4, 4));
  }

  private static Session admitted(Storage storage, String claudeId, Source source, int seconds) {
    Observation admitted =
        storage
            .sessions()
            .admit(
                sighting(claudeId, started(source), clientWithPid(7), NOON.plusSeconds(seconds)),
                newcomer(Role.PROJECT));
    return ((Observation.Admitted) admitted).session();
  }

  private static List<Notice> notices(Storage storage) {
    return storage
        .notifications()
        .list(NotificationFilter.ALL, Page.first(Limit.DEFAULT))
        .items()
        .stream()
        .map(Notification::notice)
        .toList();
  }
}
