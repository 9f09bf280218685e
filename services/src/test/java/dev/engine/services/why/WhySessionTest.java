package dev.engine.services.why;

import static dev.engine.services.why.Fleet.BUILDER;
import static dev.engine.services.why.Fleet.client;
import static dev.engine.services.why.Fleet.handed;
import static dev.engine.services.why.Fleet.ofRole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.notification.Terms;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.domain.session.Want;
import org.junit.jupiter.api.Test;

/** What is said of sessions and conversations; a star marks what the journal tells. */
final class WhySessionTest {

  private final Fleet fleet = new Fleet();

  @Test
  void itWaitsForAPermission() {
    SessionId session = fleet.builder("A", 0);
    fleet.observe("A", new Signal.Prompted(), 1);
    fleet.observe("A", new Signal.WaitsFor(Want.PERMISSION), 2);

    assertThat(fleet.why(session, 20))
        .isEqualTo(
            """
            session A waits for a person's permission
              since 12:02
              12:00* began in the conversation that was handed to it
              12:02* began to wait for permission
              12:02  its last sign of life; its process 100 is not known to be gone, so it is not ended
              > tmux switch-client -t %100 # go to its terminal and answer it
              > engine session show A # all that is known of it
            """);
  }

  @Test
  void itIsIdle() {
    SessionId session = fleet.builder("A", 0);
    fleet.observe("A", new Signal.Prompted(), 1);
    fleet.observe("A", new Signal.Stopped(), 3);
    fleet.notice(Terms.PLAIN, 4);

    assertThat(fleet.why(session, 60))
        .isEqualTo(
            """
            session A is idle: it waits for a prompt
              since 12:03
              12:00* began in the conversation that was handed to it
              12:03* its turn ended
              12:03  its last sign of life; its process 100 is not known to be gone, so it is not ended
              12:04  a notice was queued for its conversation, and still waits: N
              > engine session show A # all that is known of it
            """);
  }

  @Test
  void itWentOnInAnotherProcessThanTheOneThatEnded() {
    SessionId session = fleet.builder("A", 0);
    fleet.observe("A", new Signal.Started(Source.RESUME), client(90), 1);
    fleet.observe("A", new Signal.Ended(EndReason.OTHER), client(100), 2);

    assertThat(fleet.why(session, 3))
        .isEqualTo(
            """
            session A is idle: it waits for a prompt
              since 12:01
              12:00* began in the conversation that was handed to it
              12:01* a new context began (resume): its id is known, so it kept its conversation
              12:02* it ended in process 100, but was in another one by then, where it goes on
              > engine session show A # all that is known of it
            """);
  }

  @Test
  void itsToolRunsLong() {
    SessionId session = fleet.builder("A", 0);
    fleet.observe("A", new Signal.ToolStarted(), 1);

    assertThat(fleet.why(session, 30))
        .isEqualTo(
            """
            session A is running a tool, but has been quiet
              since 12:01
              12:00* began in the conversation that was handed to it
              12:01* began to run a tool
              12:01  its last sign of life; its process 100 is not known to be gone, so it is not ended
              > engine session show A # all that is known of it
            """);
  }

  @Test
  void itIsQuietAndNothingTellsWhetherItRuns() {
    SessionId session = fleet.session("A", Client.UNKNOWN, handed(BUILDER), 0);
    fleet.observe("A", new Signal.ToolStarted(), 1);

    assertThat(fleet.why(session, 30))
        .isEqualTo(
            """
            session A is quiet: nothing tells whether it still runs
              since 12:01
              12:00* began in the conversation that was handed to it
              12:01* began to run a tool
              12:01  its last sign of life; neither process nor pane is known, and age alone ends no session
              > engine session end A --reason lost # end it, if you know that it is gone
              > engine session show A # all that is known of it
            """);
  }

  @Test
  void itWasClearedAndAnotherGoesOn() {
    SessionId cleared = fleet.session("A", client(73), ofRole(Role.BUILDER), 0);
    fleet.called("BUILDER", fleet.storage.sessions().find(cleared).orElseThrow().conversation());
    fleet.end(cleared, EndReason.CLEAR, 5);
    SessionId next = fleet.session("B", Source.CLEAR, client(73), ofRole(Role.PROJECT), 5);

    assertThat(fleet.why(cleared, 6))
        .isEqualTo(
            """
            session A ended: its context was cleared; session B goes on with its conversation
              since 12:05
              12:00* began in a new conversation
              12:05* ended, reason clear
              > engine why B # what goes on in its place
              > engine session show A # all that is known of it
            """);
    assertThat(fleet.why(next, 6))
        .isEqualTo(
            """
            session B is idle: it waits for a prompt
              since 12:05
              12:05* began by a clear in the client of session A, and goes on with its conversation
              > engine session show B # all that is known of it
            """);
  }

  @Test
  void itWasClearedAndNobodyGoesOn() {
    SessionId cleared = fleet.builder("A", 0);
    fleet.end(cleared, EndReason.CLEAR, 5);
    fleet.observe("A", new Signal.ToolFinished(), 6);
    fleet.observe("A", new Signal.Stopped(), 6);

    assertThat(fleet.why(cleared, 7))
        .isEqualTo(
            """
            session A ended: its context was cleared, and no session goes on with its conversation yet
              since 12:05
              12:00* began in the conversation that was handed to it
              12:05* ended, reason clear
              12:06* 2 events came after its end and changed nothing
              > engine session show A # all that is known of it
            """);
  }

  @Test
  void itIsLost() {
    SessionId session = fleet.builder("A", 0);
    fleet.observe("A", new Signal.ToolStarted(), 1);
    fleet.end(session, EndReason.LOST, 2);

    assertThat(fleet.why(session, 3))
        .isEqualTo(
            """
            session A is lost: its process is gone and said nothing
              since 12:02
              12:00* began in the conversation that was handed to it
              12:02* ended, reason lost
              > engine session show A # all that is known of it
            """);
  }

  @Test
  void itWasHandedAConversation() {
    SessionId first = fleet.builder("A", 0);
    fleet.end(first, EndReason.LOGOUT, 1);
    SessionId second = fleet.builder("B", 2);

    assertThat(fleet.why(second, 3))
        .isEqualTo(
            """
            session B is idle: it waits for a prompt
              since 12:02
              12:02* began in the conversation that was handed to it, after session A
              > engine session show B # all that is known of it
            """);
  }

  @Test
  void itIsAFork() {
    SessionId parent = fleet.session("A", client(73), ofRole(Role.BUILDER), 0);
    fleet.called("PARENT", fleet.storage.sessions().find(parent).orElseThrow().conversation());
    SessionId fork = fleet.session("B", Source.FORK, client(73), ofRole(Role.PROJECT), 5);
    fleet.called("OWN", fleet.storage.sessions().find(fork).orElseThrow().conversation());

    assertThat(fleet.why(fork, 6))
        .isEqualTo(
            """
            session B is idle: it waits for a prompt
              since 12:05
              12:05* began as a fork of session A, in a conversation of its own
              > engine session show B # all that is known of it
            """);
  }

  @Test
  void itRunsInsideAnother() {
    fleet.session("A", client(73), handed(BUILDER), 0);
    SessionId nested = fleet.session("B", client(99), Fleet.inside(BUILDER, Fleet.process(73)), 1);
    fleet.called("OWN", fleet.storage.sessions().find(nested).orElseThrow().conversation());

    assertThat(fleet.why(nested, 2))
        .isEqualTo(
            """
            session B is idle: it waits for a prompt
              since 12:01
              12:01* began inside session A, so in a conversation of its own
              > engine session show B # all that is known of it
            """);
  }

  @Test
  void itIsTheChiefsOfTheDay() {
    SessionId first = fleet.session("A", client(73), ofRole(Role.CHIEF), 0);
    fleet.end(first, EndReason.PROMPT_INPUT_EXIT, 1);
    SessionId second = fleet.session("B", client(74), ofRole(Role.CHIEF), 2);

    assertThat(fleet.why(second, 3))
        .isEqualTo(
            """
            session B is idle: it waits for a prompt
              since 12:02
              12:02* began in the chief's conversation of that day, after session A
              > engine session show B # all that is known of it
            """);
  }

  @Test
  void itWasCompactedAndResumed() {
    SessionId session = fleet.builder("A", 0);
    fleet.observe("A", new Signal.Started(Source.COMPACT), 1);
    fleet.end(session, EndReason.LOGOUT, 2);
    fleet.observe("A", new Signal.Started(Source.RESUME), 3);

    assertThat(fleet.why(session, 4))
        .isEqualTo(
            """
            session A is idle: it waits for a prompt
              since 12:03
              12:00* began in the conversation that was handed to it
              12:01* a new context began (compact): its id is known, so it kept its conversation
              12:02* ended, reason logout
              12:03* went on after its end (resume): its id is known, so it kept its conversation
              > engine session show A # all that is known of it
            """);
  }

  @Test
  void aConversationSaysWhoGoesOnInIt() {
    SessionId first = fleet.builder("A", 0);
    fleet.end(first, EndReason.LOST, 1);
    fleet.builder("B", 2);
    fleet.notice(Terms.PLAIN, 3);

    assertThat(fleet.why(BUILDER, 4))
        .isEqualTo(
            """
            conversation builder-00000001 is live: session B is idle: it waits for a prompt; 1 notice waits for it
              since 12:02
              12:00  session A joined (handoff), and is lost: its process is gone and said nothing
              12:02  session B joined (handoff), and is idle: it waits for a prompt
              12:03  notice N was queued and is not told yet (queued): "It moved to Friday."
              > engine why B # what that session does
              > engine conversation show builder-00000001 # lineage and receipts
            """);
  }

  @Test
  void aConversationThatNobodyJoinedHasNoticesAllTheSame() {
    fleet.notice(Terms.PLAIN, 3);
    fleet.notice(Terms.PLAIN, 4);

    assertThat(fleet.why(BUILDER, 5))
        .isEqualTo(
            """
            conversation builder-00000001 was never joined by a session; 2 notices wait for it
              since 12:03
              12:03  notice N was queued and is not told yet (queued): "It moved to Friday."
              12:04  notice N was queued and is not told yet (queued): "It moved to Friday."
            """);
  }
}
