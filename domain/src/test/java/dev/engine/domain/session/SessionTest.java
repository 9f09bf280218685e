package dev.engine.domain.session;

import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.clientWithPid;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.Session.State;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SessionTest {

  private static final Session IDLE = SessionExamples.aSession("00000001", "a", "project-0000000a");
  private static final Instant LATER = NOON.plusSeconds(1);

  static Stream<Arguments> transitions() {
    return Stream.of(
        Arguments.of(started(Source.STARTUP), new State.Working(Activity.IDLE)),
        Arguments.of(new Signal.Prompted(), new State.Working(Activity.ACTIVE)),
        Arguments.of(new Signal.ToolStarted(), new State.Working(Activity.TOOL_ACTIVE)),
        Arguments.of(new Signal.ToolFinished(), new State.Working(Activity.ACTIVE)),
        Arguments.of(new Signal.Stopped(), new State.Working(Activity.IDLE)),
        Arguments.of(
            new Signal.WaitsFor(Want.INPUT), new State.Waiting(Activity.IDLE, Want.INPUT, LATER)),
        Arguments.of(new Signal.Ended(EndReason.LOGOUT), new State.Ended(LATER, EndReason.LOGOUT)),
        Arguments.of(new Signal.Seen(), new State.Working(Activity.IDLE)));
  }

  @ParameterizedTest
  @MethodSource("transitions")
  void anEventSaysWhereTheSessionStands(Signal signal, State expected) {
    Session next = IDLE.after(sighting("a", signal, LATER));

    assertThat(next.state()).isEqualTo(expected);
    assertThat(next.report().lastSeenAt()).isEqualTo(LATER);
  }

  @Test
  void nobodyKnowsWhetherASessionLivesThatIsQuietAndCannotBeTraced() {
    Session traceable = IDLE.after(sighting("a", new Signal.Seen(), clientWithPid(73), NOON));

    assertThat(IDLE.quietSince(NOON.plusSeconds(299))).isEmpty();
    assertThat(IDLE.quietSince(NOON.plusSeconds(300))).contains(NOON);
    assertThat(IDLE.unprovenSince()).contains(NOON);
    assertThat(traceable.quietSince(NOON.plusSeconds(300))).isEmpty();
    assertThat(IDLE.end(NOON, EndReason.CLOSED).quietSince(NOON.plusSeconds(300))).isEmpty();
  }

  @Test
  void whatIsInTheMidstOfSomethingAndQuietLooksStuck() {
    Session running = IDLE.after(sighting("a", new Signal.ToolStarted(), NOON));
    Session waiting = IDLE.after(sighting("a", new Signal.WaitsFor(Want.INPUT), NOON));

    assertThat(running.looksStuckAt(NOON.plusSeconds(299))).isFalse();
    assertThat(running.looksStuckAt(NOON.plusSeconds(300))).isTrue();
    assertThat(waiting.looksStuckAt(NOON.plusSeconds(300))).isTrue();
    assertThat(IDLE.looksStuckAt(NOON.plusSeconds(300))).isFalse();
    assertThat(running.end(NOON, EndReason.LOST).looksStuckAt(NOON.plusSeconds(300))).isFalse();
  }

  @Test
  void anyNextEventEndsTheWait() {
    Session running = IDLE.after(sighting("a", new Signal.ToolStarted(), LATER));
    Session waiting = running.after(sighting("a", new Signal.WaitsFor(Want.PERMISSION), LATER));

    Session next = waiting.after(sighting("a", new Signal.Seen(), LATER));

    assertThat(next.state()).isEqualTo(new State.Working(Activity.TOOL_ACTIVE));
  }

  @Test
  void aWaitThatIsToldTwiceBeganTheFirstTime() {
    Session waiting = IDLE.after(sighting("a", new Signal.WaitsFor(Want.PERMISSION), LATER));

    Session next =
        waiting.after(sighting("a", new Signal.WaitsFor(Want.PERMISSION), LATER.plusSeconds(6)));

    assertThat(next.state()).isEqualTo(new State.Waiting(Activity.IDLE, Want.PERMISSION, LATER));
  }

  @Test
  void anEventThatALaterOneHasOvertakenChangesNothing() {
    Session stopped = IDLE.after(sighting("a", new Signal.Stopped(), LATER.plusSeconds(1)));

    Session next = stopped.after(sighting("a", new Signal.ToolStarted(), LATER));

    assertThat(next).isSameAs(stopped);
  }

  @Test
  void anEndThatTheLastToolHasOvertakenIsAnEndAllTheSame() {
    Session busy = IDLE.after(sighting("a", new Signal.ToolFinished(), LATER.plusMillis(5)));

    Session next = busy.after(sighting("a", new Signal.Ended(EndReason.OTHER), LATER));

    assertThat(next.state()).isEqualTo(new State.Ended(LATER, EndReason.OTHER));
  }

  @Test
  void anEndThatAResumeHasOvertakenIsOver() {
    Session resumed = IDLE.after(sighting("a", started(Source.RESUME), LATER.plusSeconds(2)));

    Session next = resumed.after(sighting("a", new Signal.Ended(EndReason.OTHER), LATER));

    assertThat(next).isSameAs(resumed);
  }

  @Test
  void whatHasWaitedInTheSpoolIsOvertakenHoweverLongItWaited() {
    Session resumed = IDLE.after(sighting("a", started(Source.RESUME), LATER.plusSeconds(3_600)));

    assertThat(resumed.after(waited(new Signal.Ended(EndReason.OTHER), LATER))).isSameAs(resumed);
    assertThat(resumed.after(waited(new Signal.ToolStarted(), LATER))).isSameAs(resumed);
  }

  @Test
  void whatHasWaitedInTheSpoolCountsIfNothingCameAfterIt() {
    Instant stopped = LATER.minusMillis(5);

    assertThat(IDLE.after(waited(new Signal.Prompted(), LATER)).state())
        .isEqualTo(new State.Working(Activity.ACTIVE));
    assertThat(
            IDLE.after(sighting("a", new Signal.ToolFinished(), LATER))
                .after(waited(new Signal.Ended(EndReason.OTHER), stopped))
                .state())
        .isEqualTo(new State.Ended(stopped, EndReason.OTHER));
  }

  @Test
  void aStartThatWaitedForLongStillBeginsAContextAndDoesNoMore() {
    Session busy = IDLE.after(sighting("a", new Signal.Prompted(), LATER.plusSeconds(3_600)));

    Session next = busy.after(waited(started(Source.COMPACT), LATER));

    assertThat(next.isInAnotherContextThan(busy)).isTrue();
    assertThat(busy.isInAnotherContextThan(IDLE)).isFalse();
    assertThat(next.state()).isEqualTo(busy.state());
    assertThat(next.report().lastSeenAt()).isEqualTo(LATER.plusSeconds(3_600));
  }

  @Test
  void aClockThatWasSetBackDoesNotSilenceASession() {
    Instant anHourAgo = NOON.minus(Duration.ofHours(1));

    Session next = IDLE.after(sighting("a", new Signal.Prompted(), anHourAgo));

    assertThat(next.state()).isEqualTo(new State.Working(Activity.ACTIVE));
    assertThat(next.report().lastSeenAt()).isEqualTo(anHourAgo);
  }

  @Test
  void aCompactionKeepsTheSessionAndForgetsItsWarnings() {
    Session warned = warnedAt(ContextLevel.HIGH);

    Session compacted = warned.after(sighting("a", started(Source.COMPACT), LATER));

    assertThat(compacted.origin().continuation()).isEqualTo(Continuation.COMPACT);
    assertThat(compacted.report().context().warned()).isEqualTo(ContextLevel.NONE);
    assertThat(compacted.conversation()).isEqualTo(warned.conversation());
  }

  @Test
  void aResumeKeepsTheWarnings() {
    Session ended = warnedAt(ContextLevel.HIGH).end(LATER, EndReason.OTHER);

    Session resumed = ended.after(sighting("a", started(Source.RESUME), LATER));

    assertThat(resumed.isLive()).isTrue();
    assertThat(resumed.report().context().warned()).isEqualTo(ContextLevel.HIGH);
  }

  @Test
  void eachStartAndEachCompactionBeginsAContext() {
    Session ended = IDLE.end(LATER, EndReason.OTHER);

    Session resumed = ended.after(sighting("a", started(Source.RESUME), LATER));
    Session compacted = resumed.after(sighting("a", started(Source.COMPACT), LATER));

    assertThat(IDLE.report().context().number()).isEqualTo(1);
    assertThat(resumed.report().context().number()).isEqualTo(2);
    assertThat(compacted.report().context().number()).isEqualTo(3);
  }

  @Test
  void aStartThatWasOvertakenStillBeginsAContextAndDoesNoMore() {
    Session ahead = warnedAt(ContextLevel.HIGH).after(sighting("a", new Signal.Prompted(), LATER));

    Session next = ahead.after(sighting("a", started(Source.COMPACT), LATER.minusMillis(5)));

    assertThat(next.state()).isEqualTo(ahead.state());
    assertThat(next.report())
        .isEqualTo(
            new Report(
                LATER,
                null,
                new ModelContext(
                    2,
                    ContextLevel.NONE,
                    new ContextGauge(null, null, LATER.minusMillis(5), null))));
  }

  @Test
  void onlyAStartRevivesAnEndedSession() {
    Session ended = IDLE.end(LATER, EndReason.OTHER);

    Session next = ended.after(sighting("a", new Signal.ToolFinished(), LATER.plusSeconds(1)));

    assertThat(next).isSameAs(ended);
  }

  @Test
  void endingTwiceKeepsTheFirstReason() {
    Session ended = IDLE.end(LATER, EndReason.CLEAR);

    assertThat(ended.end(LATER.plusSeconds(1), EndReason.LOST)).isSameAs(ended);
  }

  @Test
  void aWarningIsOwedOncePerLevel() {
    Session warned = warnedAt(ContextLevel.HALF);

    assertThat(IDLE.owesWarningAt(49)).isFalse();
    assertThat(IDLE.owesWarningAt(50)).isTrue();
    assertThat(warned.owesWarningAt(69)).isFalse();
    assertThat(warned.owesWarningAt(70)).isTrue();
    assertThat(warned.end(LATER, EndReason.OTHER).owesWarningAt(95)).isFalse();
  }

  @Test
  void whatAnEventTellsOfTheClientIsKeptUntilItIsToldAnew() {
    Session known =
        IDLE.after(sighting("a", new Signal.Seen(), SessionExamples.clientIn("/a"), LATER));

    Session moved =
        known.after(sighting("a", new Signal.Seen(), SessionExamples.clientInPane("%3"), LATER));

    assertThat(moved.client()).isEqualTo(new Client("/a", null, null, "%3", null, null));
  }

  @Test
  void aForkGoesOnInAContextOfItsOwnWithTheWarnings() {
    Session forked = warnedAt(ContextLevel.HIGH).after(sighting("a", started(Source.FORK), LATER));

    assertThat(forked.origin().continuation()).isEqualTo(Continuation.FORK);
    assertThat(forked.report().context()).isEqualTo(new ModelContext(2, ContextLevel.HIGH));
  }

  @Test
  void aStartThatAnEndHasOvertakenRevivesNobody() {
    Session ended = IDLE.after(sighting("a", new Signal.Ended(EndReason.OTHER), LATER));

    Session next = ended.after(sighting("a", started(Source.COMPACT), LATER.minusMillis(5)));

    assertThat(next).isSameAs(ended);
  }

  @Test
  void aProofSettlesOnlyWhatIsLive() {
    Session waiting = IDLE.after(sighting("a", new Signal.WaitsFor(Want.PERMISSION), LATER));
    Session ended = IDLE.end(LATER, EndReason.CLEAR);

    assertThat(waiting.settledBy(Proof.PROCESS_GONE, LATER))
        .isEqualTo(waiting.end(LATER, EndReason.LOST));
    assertThat(ended.settledBy(Proof.PROCESS_GONE, LATER.plusSeconds(1))).isSameAs(ended);
  }

  @Test
  void itIsUnseenWhileNeitherAnEventNorAnotherClientHasCome() {
    Session seen = IDLE.after(sighting("a", new Signal.Seen(), LATER));
    Session moved = IDLE.after(sighting("a", new Signal.Seen(), clientWithPid(73), NOON));

    assertThat(IDLE.isUnseenSince(IDLE)).isTrue();
    assertThat(seen.isUnseenSince(IDLE)).isFalse();
    assertThat(moved.isUnseenSince(IDLE)).isFalse();
    assertThat(IDLE.end(LATER, EndReason.LOST).isUnseenSince(IDLE)).isFalse();
  }

  @Test
  void anotherWaitBeginsAnew() {
    Session waiting = IDLE.after(sighting("a", new Signal.WaitsFor(Want.PERMISSION), LATER));

    Session next =
        waiting.after(sighting("a", new Signal.WaitsFor(Want.INPUT), LATER.plusSeconds(6)));

    assertThat(next.state())
        .isEqualTo(new State.Waiting(Activity.IDLE, Want.INPUT, LATER.plusSeconds(6)));
  }

  @Test
  void anEventThatIsUnknownSaysNoMoreThanThatTheSessionLives() {
    Session running = IDLE.after(sighting("a", new Signal.ToolStarted(), LATER));

    Session next = running.after(sighting("a", new Signal.Unknown("Dreamt"), LATER));

    assertThat(next).isEqualTo(running);
  }

  @Test
  void eachSignalHasTheNameThatTheJournalIsTold() {
    assertThat(
            Stream.of(
                new Signal.Started(Source.STARTUP),
                new Signal.Prompted(),
                new Signal.ToolStarted(),
                new Signal.ToolFinished(),
                new Signal.WaitsFor(Want.INPUT),
                new Signal.Stopped(),
                new Signal.Ended(EndReason.OTHER),
                new Signal.Seen(),
                new Signal.Unknown("Dreamt")))
        .extracting(Signal::name)
        .containsExactly(
            "started",
            "prompted",
            "tool_started",
            "tool_finished",
            "waits",
            "stopped",
            "ended",
            "seen",
            "Dreamt");
  }

  private static Sighting waited(Signal signal, Instant at) {
    return SessionExamples.spooled(sighting("a", signal, at));
  }

  private static Session warnedAt(ContextLevel level) {
    return new Session(
        IDLE.id(),
        IDLE.claudeId(),
        IDLE.assignment(),
        IDLE.origin(),
        IDLE.client(),
        IDLE.state(),
        new Report(NOON, null, new ModelContext(1, level)));
  }
}
