package dev.engine.domain.session;

import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.clientInPane;
import static dev.engine.domain.session.SessionExamples.clientWithPid;
import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static dev.engine.domain.session.SessionExamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.HookCalls;
import dev.engine.domain.hook.HookOutcome;
import dev.engine.domain.hook.RecordedCall;
import dev.engine.domain.session.Session.State;
import dev.engine.domain.session.SessionFilter.Life;
import dev.engine.domain.testing.PagedList;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Sessions} and {@link SessionViews} promise. */
public interface SessionsContract {

  /** An empty store that draws its ids from {@code random}. */
  Sessions sessions(RandomGenerator random);

  /** The views over the store that {@link #sessions} gave last. */
  SessionViews views();

  /** The calls in the store that {@link #sessions} gave last. */
  HookCalls hookCalls();

  /** A fixed sequence, so that a failure repeats. */
  private Sessions sessions() {
    return sessions(new SplittableRandom(7));
  }

  @Test
  default void anEventOfAnUnknownSessionIsNotKnownAndStoresNothing() {
    Sessions sessions = sessions();

    Observation observation = sessions.observe(sighting("a", new Signal.Prompted(), NOON));

    assertThat(observation).isEqualTo(new Observation.NotKnown(new ClaudeSessionId("a")));
    assertThat(views().list(SessionFilter.ALL, Page.FIRST).items()).isEmpty();
  }

  @Test
  default void theFirstEventNeedNotBeAStart() {
    Sessions sessions = sessions();

    Session session =
        admitted(sessions, sighting("a", new Signal.ToolStarted(), NOON), newcomer(Role.BUILDER));

    assertThat(session.state()).isEqualTo(new State.Working(Activity.TOOL_ACTIVE));
    assertThat(session.conversation().value()).matches("builder-[0-9a-f]{8}");
    assertThat(sessions.find(session.id())).contains(session);
  }

  @Test
  default void aSessionIsFoundByTheIdThatClaudeCodeGaveIt() {
    Sessions sessions = sessions();
    Session session = stored(sessions, "a");
    stored(sessions, "b");

    assertThat(sessions.find(new ClaudeSessionId("a"))).contains(session);
    assertThat(sessions.find(new ClaudeSessionId("c"))).isEmpty();
  }

  @Test
  default void aStoredSessionComesBackWithEverythingThatWasToldOfIt() {
    Sessions sessions = sessions();
    Client client =
        new Client(
            "/home/dev/project",
            "/home/dev/t.jsonl",
            new ProcessIdentity(
                73, NOON.minusSeconds(60), new Birth(new ProcessSpace("a".repeat(36), 7), 500)),
            "%7",
            "builder",
            "claude-opus-5-5",
            new TmuxServer("/tmp/tmux-1000/default", 70));

    Session session =
        admitted(
            sessions,
            sighting("a", new Signal.WaitsFor(Want.PERMISSION), client, NOON),
            newcomer(new Assignment(Role.DEEP_WORK, Mode.AUTONOMOUS)));

    assertThat(session.client()).isEqualTo(client);
    assertThat(session.assignment()).isEqualTo(new Assignment(Role.DEEP_WORK, Mode.AUTONOMOUS));
    assertThat(session.state()).isEqualTo(new State.Waiting(Activity.IDLE, Want.PERMISSION, NOON));
    assertThat(sessions.find(session.id())).contains(session);
  }

  @Test
  default void anEventIsAppliedToItsSession() {
    Sessions sessions = sessions();
    Session before = start(sessions, "a");
    Sighting prompt = sighting("a", new Signal.Prompted(), NOON.plusSeconds(1));

    Observation observation = sessions.observe(prompt);

    assertThat(observation).isEqualTo(new Observation.Applied(before.after(prompt)));
    assertThat(sessions.find(before.id())).contains(before.after(prompt));
  }

  @Test
  default void anEventThatComesInTwiceCountsOnce() {
    Sessions sessions = sessions();
    stored(sessions, "a");
    Sighting prompted = sighting("a", new Signal.Prompted(), NOON.plusSeconds(1));
    sessions.observe(prompted);
    sessions.observe(sighting("a", new Signal.Stopped(), NOON.plusSeconds(60)));

    Observation again = sessions.observe(prompted);
    Observation admittedAgain = sessions.admit(prompted, newcomer(Role.CHIEF));

    Observation handled = new Observation.HandledBefore(prompted.arrival().eventId());
    assertThat(again).isEqualTo(handled);
    assertThat(admittedAgain).isEqualTo(handled);
    assertThat(views().list(SessionFilter.ALL, Page.FIRST).items())
        .singleElement()
        .extracting(Session::state)
        .isEqualTo(new State.Working(Activity.IDLE));
  }

  @Test
  default void aCallIsRememberedWithWhatItsEventDid() {
    Sessions sessions = sessions();
    Sighting first = sighting("a", started(Source.STARTUP), NOON);
    Sighting overtaken = sighting("a", new Signal.Prompted(), NOON.minusSeconds(1));

    sessions.observe(first);
    sessions.admit(first, newcomer(Role.PROJECT));
    sessions.observe(overtaken);

    assertThat(hookCalls().recent(Limit.DEFAULT))
        .containsExactly(
            new RecordedCall(first.arrival(), NOON, HookOutcome.STORED),
            new RecordedCall(overtaken.arrival(), overtaken.at(), HookOutcome.UNCHANGED));
  }

  @Test
  default void anOvertakenEventChangesNothing() {
    Sessions sessions = sessions();
    start(sessions, "a");
    sessions.observe(sighting("a", new Signal.Stopped(), NOON.plusSeconds(2)));
    Session before = only();

    Observation observation =
        sessions.observe(sighting("a", new Signal.ToolStarted(), NOON.plusSeconds(1)));

    assertThat(observation).isEqualTo(new Observation.Unchanged(before));
    assertThat(only()).isEqualTo(before);
  }

  @Test
  default void anEventAfterTheEndDoesNotReviveTheSession() {
    Sessions sessions = sessions();
    start(sessions, "a");
    sessions.observe(sighting("a", new Signal.Ended(EndReason.OTHER), NOON.plusSeconds(1)));
    Session ended = only();

    Observation observation =
        sessions.observe(sighting("a", new Signal.Prompted(), NOON.plusSeconds(2)));

    assertThat(observation).isEqualTo(new Observation.Unchanged(ended));
    assertThat(only().isLive()).isFalse();
  }

  @Test
  default void aResumedSessionIsReopenedInItsConversation() {
    Sessions sessions = sessions();
    Session first = start(sessions, "a");
    sessions.observe(sighting("a", new Signal.Ended(EndReason.OTHER), NOON.plusSeconds(1)));

    sessions.observe(sighting("a", started(Source.RESUME), NOON.plusSeconds(2)));

    Session resumed = only();
    assertThat(resumed.id()).isEqualTo(first.id());
    assertThat(resumed.state()).isEqualTo(new State.Working(Activity.IDLE));
    assertThat(resumed.conversation()).isEqualTo(first.conversation());
    assertThat(resumed.origin().continuation()).isEqualTo(Continuation.RESUME);
  }

  @Test
  default void admittingAKnownSessionIsObservingIt() {
    Sessions sessions = sessions();
    Session before = start(sessions, "a");
    Sighting prompt = sighting("a", new Signal.Prompted(), NOON.plusSeconds(1));

    Observation observation = sessions.admit(prompt, newcomer(Role.IDEA));

    assertThat(observation).isEqualTo(new Observation.Applied(before.after(prompt)));
  }

  @Test
  default void aClearInOneProcessKeepsTheConversation() {
    Sessions sessions = sessions();
    Session before = start(sessions, "a", clientWithPid(73));
    sessions.observe(sighting("a", new Signal.Ended(EndReason.CLEAR), NOON.plusSeconds(1)));

    Session after = clearedInto(sessions, "b", clientWithPid(73), NOON.plusSeconds(60));

    assertThat(after.origin())
        .isEqualTo(
            new Origin(
                before.conversation(), Continuation.CLEAR, before.id(), NOON.plusSeconds(60)));
  }

  @Test
  default void aClearInOnePaneKeepsTheConversationWhereNoProcessIsTold() {
    Sessions sessions = sessions();
    Session before = start(sessions, "a", clientInPane("%7"));
    start(sessions, "other", clientInPane("%8"));
    sessions.observe(sighting("a", new Signal.Ended(EndReason.CLEAR), NOON.plusSeconds(1)));

    Session after = clearedInto(sessions, "b", clientInPane("%7"), NOON.plusSeconds(60));

    assertThat(after.conversation()).isEqualTo(before.conversation());
  }

  @Test
  default void aClearedSessionIsFollowedOnce() {
    Sessions sessions = sessions();
    Session before = start(sessions, "a", clientWithPid(73));
    sessions.observe(sighting("a", new Signal.Ended(EndReason.CLEAR), NOON.plusSeconds(1)));
    Session second = clearedInto(sessions, "b", clientWithPid(73), NOON.plusSeconds(2));
    sessions.end(second.id(), NOON.plusSeconds(3), EndReason.OTHER);

    Session third = clearedInto(sessions, "c", clientWithPid(73), NOON.plusSeconds(4));

    assertThat(third.conversation()).isNotEqualTo(before.conversation());
    assertThat(third.origin().previous()).isNull();
  }

  @Test
  default void aClearWhoseEndWasNeverSeenEndsTheOldSession() {
    Sessions sessions = sessions();
    Session before = start(sessions, "a", clientWithPid(73));

    Session after = clearedInto(sessions, "b", clientWithPid(73), NOON.plusSeconds(2));

    assertThat(after.origin().previous()).isEqualTo(before.id());
    assertThat(sessions.find(before.id()).orElseThrow().state())
        .isEqualTo(new State.Ended(NOON.plusSeconds(2), EndReason.CLEAR));
  }

  @Test
  default void aConversationHandedOverIsJoinedBehindItsNewestSession() {
    Sessions sessions = sessions();
    Session first = start(sessions, "a");

    Session second =
        admitted(
            sessions,
            sighting("b", started(Source.STARTUP), NOON.plusSeconds(5)),
            new Newcomer(
                new Assignment(Role.PROJECT, Mode.INTERACTIVE),
                first.conversation(),
                List.of(),
                LocalDate.parse("2026-01-05")));

    assertThat(second.origin())
        .isEqualTo(
            new Origin(
                first.conversation(), Continuation.HANDOFF, first.id(), NOON.plusSeconds(5)));
  }

  @Test
  default void aClientInsideAnotherSessionNeverTakesItsConversation() {
    Sessions sessions = sessions();
    Session parent = start(sessions, "a", clientWithPid(73));

    Session nested =
        admitted(
            sessions,
            sighting("b", started(Source.STARTUP), clientWithPid(99), NOON.plusSeconds(5)),
            new Newcomer(
                new Assignment(Role.CHIEF, Mode.INTERACTIVE),
                parent.conversation(),
                List.of(
                    new ProcessIdentity(80, NOON),
                    new ProcessIdentity(73, NOON.minusSeconds(3600))),
                LocalDate.parse("2026-01-05")));

    assertThat(nested.conversation()).isNotEqualTo(parent.conversation());
    assertThat(nested.assignment()).isEqualTo(Assignment.NESTED);
    assertThat(sessions.find(parent.id())).contains(parent);
  }

  @Test
  default void theChiefsOfADayShareAConversation() {
    Sessions sessions = sessions();
    Session morning =
        admitted(sessions, sighting("a", started(Source.STARTUP), NOON), newcomer(Role.CHIEF));

    Session noon =
        admitted(
            sessions,
            sighting("b", started(Source.STARTUP), NOON.plusSeconds(60)),
            newcomer(Role.CHIEF));

    assertThat(morning.conversation()).isEqualTo(new ConversationId("chief-2026-01-05"));
    assertThat(noon.origin())
        .isEqualTo(
            new Origin(
                morning.conversation(), Continuation.STARTUP, morning.id(), NOON.plusSeconds(60)));
  }

  @Test
  default void endingALiveSessionKeepsTimeAndReason() {
    Sessions sessions = sessions();
    Session session = start(sessions, "a");

    Ending ending = sessions.end(session.id(), NOON.plusSeconds(9), EndReason.CLOSED);

    Session ended = session.end(NOON.plusSeconds(9), EndReason.CLOSED);
    assertThat(ending).isEqualTo(new Ending.EndedNow(ended));
    assertThat(sessions.find(session.id())).contains(ended);
  }

  @Test
  default void endingTwiceKeepsTheFirstReason() {
    Sessions sessions = sessions();
    Session session = start(sessions, "a");
    sessions.end(session.id(), NOON.plusSeconds(9), EndReason.CLEAR);

    Ending second = sessions.end(session.id(), NOON.plusSeconds(60), EndReason.LOST);

    Session ended = session.end(NOON.plusSeconds(9), EndReason.CLEAR);
    assertThat(second).isEqualTo(new Ending.EndedBefore(ended));
  }

  @Test
  default void endingAnUnknownSessionSaysSo() {
    SessionId unknown = new SessionId("0000beef");

    Ending ending = sessions().end(unknown, NOON, EndReason.CLOSED);

    assertThat(ending).isEqualTo(new Ending.NoSuchSession(unknown));
  }

  @Test
  default void aSessionWhoseProcessIsGoneIsLost() {
    Sessions sessions = sessions();
    Session seen = start(sessions, "a");

    Settling settling = sessions.settle(seen, Proof.PROCESS_GONE, NOON.plusSeconds(9));

    Session lost = seen.end(NOON.plusSeconds(9), EndReason.LOST);
    assertThat(settling).isEqualTo(new Settling.Settled(lost));
    assertThat(sessions.find(seen.id())).contains(lost);
  }

  @Test
  default void evidenceOfBeforeTheLastEventProvesNothing() {
    Sessions sessions = sessions();
    Session seen = start(sessions, "a");
    Sighting prompt = sighting("a", new Signal.Prompted(), NOON.plusSeconds(1));
    sessions.observe(prompt);

    Settling settling = sessions.settle(seen, Proof.PROCESS_GONE, NOON.plusSeconds(9));

    assertThat(settling).isEqualTo(new Settling.Outdated(seen.after(prompt)));
    assertThat(sessions.find(seen.id())).contains(seen.after(prompt));
  }

  @Test
  default void evidenceOfAnotherProcessProvesNothing() {
    Sessions sessions = sessions();
    Session seen = start(sessions, "a", clientWithPid(73));
    sessions.observe(sighting("a", started(Source.RESUME), clientWithPid(74), NOON));
    Session resumed = only();

    Settling settling = sessions.settle(seen, Proof.PROCESS_GONE, NOON.plusSeconds(9));

    assertThat(settling).isEqualTo(new Settling.Outdated(resumed));
  }

  @Test
  default void anEndedSessionIsNotSettledAgain() {
    Sessions sessions = sessions();
    Session seen = start(sessions, "a");
    sessions.end(seen.id(), NOON.plusSeconds(1), EndReason.CLOSED);
    Session ended = only();

    Settling settling = sessions.settle(seen, Proof.PANE_GONE, NOON.plusSeconds(9));
    Settling again = sessions.settle(ended, Proof.PANE_GONE, NOON.plusSeconds(9));

    assertThat(settling).isEqualTo(new Settling.Outdated(ended));
    assertThat(again).isEqualTo(new Settling.Outdated(ended));
  }

  @Test
  default void aToolThatWasInterruptedIsOverWhereTheClientSaysSo() {
    Sessions sessions = sessions();
    Session seen =
        admitted(sessions, sighting("a", new Signal.ToolStarted(), NOON), newcomer(Role.IDEA));

    Settling settling = sessions.settle(seen, Proof.REPORTED_IDLE, NOON.plusSeconds(600));
    Session idle = only();
    Settling again = sessions.settle(idle, Proof.REPORTED_IDLE, NOON.plusSeconds(601));

    assertThat(settling).isEqualTo(new Settling.Settled(idle));
    assertThat(again).isEqualTo(new Settling.AsBefore(idle));
    assertThat(idle).isEqualTo(seen.settledBy(Proof.REPORTED_IDLE, NOON.plusSeconds(600)));
    assertThat(idle.state()).isEqualTo(new State.Working(Activity.IDLE));
    assertThat(idle.report()).isEqualTo(seen.report());
  }

  @Test
  default void aWaitIsOverWhereTheClientWorks() {
    Sessions sessions = sessions();
    Signal asks = new Signal.WaitsFor(Want.PERMISSION);
    Session seen = admitted(sessions, sighting("a", asks, NOON), newcomer(Role.IDEA));

    sessions.settle(seen, Proof.REPORTED_BUSY, NOON.plusSeconds(600));

    assertThat(only().state()).isEqualTo(new State.Working(Activity.ACTIVE));
  }

  @Test
  default void settlingAnUnknownSessionSaysSo() {
    Session unknown = SessionExamples.aSession("0000beef", "a", "project-0000000a");

    Settling settling = sessions().settle(unknown, Proof.PROCESS_GONE, NOON);

    assertThat(settling).isEqualTo(new Settling.NoSuchSession(unknown.id()));
  }

  @Test
  default void aLiveSessionSaysWhatItWorksOn() {
    Sessions sessions = sessions();
    Session session = start(sessions, "a");
    StatusText status = new StatusText("reading the spec");

    StatusChange change = sessions.say(session.id(), status, NOON.plusSeconds(9));

    assertThat(change).isEqualTo(new StatusChange.Said(session.saying(status)));
    assertThat(sessions.find(session.id())).contains(session.saying(status));
  }

  @Test
  default void anEndedSessionSaysNothingAnyMore() {
    Sessions sessions = sessions();
    Session session = start(sessions, "a");
    sessions.end(session.id(), NOON.plusSeconds(9), EndReason.OTHER);

    StatusChange change =
        sessions.say(session.id(), new StatusText("still here"), NOON.plusSeconds(9));

    assertThat(change)
        .isEqualTo(
            new StatusChange.AlreadyEnded(session.end(NOON.plusSeconds(9), EndReason.OTHER)));
  }

  @Test
  default void aTakenIdIsDrawnAgain() {
    Sessions sessions = sessions(new ScriptedRandom(1, 1, 1, 1, 2));

    Session first = start(sessions, "a");
    Session second = start(sessions, "b");

    assertThat(first.id()).isNotEqualTo(second.id());
    assertThat(views().list(SessionFilter.ALL, Page.FIRST).items()).hasSize(2);
  }

  @Test
  default void listsGiveTheNewestFirstAndOnlyWhatIsAskedFor() {
    Sessions sessions = sessions();
    Session oldest = start(sessions, "a");
    Session builder =
        admitted(
            sessions,
            sighting("b", started(Source.STARTUP), NOON.plusSeconds(1)),
            newcomer(Role.BUILDER));
    Session ended =
        admitted(
            sessions,
            sighting("c", new Signal.Ended(EndReason.OTHER), NOON.plusSeconds(2)),
            newcomer(Role.BUILDER));

    List<Session> all = views().list(SessionFilter.ALL, Page.FIRST).items();

    assertThat(all).containsExactly(ended, builder, oldest);
    assertThat(views().list(SessionFilter.ALL, Page.first(new Limit(2))).items())
        .containsExactly(ended, builder);
    assertThat(views().list(SessionFilter.LIVE, Page.FIRST).items())
        .containsExactly(builder, oldest);
    assertThat(views().list(new SessionFilter(Life.ENDED, Role.BUILDER, null), Page.FIRST).items())
        .containsExactly(ended);
    assertThat(
            views()
                .list(new SessionFilter(Life.ANY, null, oldest.conversation()), Page.FIRST)
                .items())
        .containsExactly(oldest);
  }

  @Test
  default void itsPagesAreTheListAndStandWhereTheyStood() {
    Sessions sessions = sessions();
    for (int i = 0; i < 5; i++) {
      Sighting first = sighting("s" + i, started(Source.STARTUP), NOON.plusSeconds(i / 2));
      admitted(sessions, first, newcomer(Role.PROJECT));
    }
    Sighting later = sighting("later", started(Source.STARTUP), NOON.plusSeconds(9));

    PagedList<Session> list = page -> views().list(SessionFilter.LIVE, page);

    list.isTheSameInPagesOfAnyLength();
    list.takesNoOtherCursor();
    list.isNotShiftedBy(() -> admitted(sessions, later, newcomer(Role.PROJECT)));
  }

  private Session start(Sessions sessions, String claudeId) {
    return start(sessions, claudeId, Client.UNKNOWN);
  }

  private Session start(Sessions sessions, String claudeId, Client client) {
    return admitted(
        sessions,
        sighting(claudeId, started(Source.STARTUP), client, NOON),
        newcomer(Role.PROJECT));
  }

  private Session clearedInto(Sessions sessions, String claudeId, Client client, Instant at) {
    return admitted(
        sessions, sighting(claudeId, started(Source.CLEAR), client, at), newcomer(Role.PROJECT));
  }

  private Session only() {
    List<Session> all = views().list(SessionFilter.ALL, Page.FIRST).items();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static Session admitted(Sessions sessions, Sighting first, Newcomer newcomer) {
    Observation observation = sessions.admit(first, newcomer);
    assertThat(observation).isInstanceOf(Observation.Admitted.class);
    return ((Observation.Admitted) observation).session();
  }
}
