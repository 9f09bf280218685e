package dev.engine.services.why;

import static dev.engine.services.why.Fleet.at;
import static dev.engine.services.why.Fleet.client;
import static dev.engine.services.why.Fleet.ofRole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.Occasion;
import dev.engine.domain.notification.StillTrue;
import dev.engine.domain.notification.Terms;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.domain.session.Want;
import org.junit.jupiter.api.Test;

/** What is said of notices; a star marks what the journal tells. */
final class WhyNoticeTest {

  private final Fleet fleet = new Fleet();

  @Test
  void nobodyIsThereToBeTold() {
    NotificationId notice = fleet.notice(Terms.PLAIN.with(Urgency.HIGH), 0).id();

    assertThat(fleet.why(notice, 10))
        .isEqualTo(
            """
            notification N waits: no session of builder-00000001 is live
              since 12:00
              12:00* was queued by the person, high: "It moved to Friday."
              > engine why builder-00000001 # whose next session is told when it starts
              > engine notification show N # the whole notice
            """);
  }

  @Test
  void itWaitsForTheNextTurn() {
    fleet.builder("A", 0);
    NotificationId notice = fleet.notice(Terms.PLAIN, 1).id();

    assertThat(fleet.why(notice, 10))
        .isEqualTo(
            """
            notification N waits for the next prompt or tool of session A
              since 12:01
              12:01* was queued by the person, normal: "It moved to Friday."
              > engine why A # what that session does
              > engine notification show N # the whole notice
            """);
  }

  @Test
  void whoeverWouldBeToldWaitsForThePerson() {
    fleet.builder("A", 0);
    fleet.observe("A", new Signal.WaitsFor(Want.PERMISSION), 1);
    NotificationId notice = fleet.notice(Terms.PLAIN, 2).id();

    assertThat(fleet.why(notice, 10))
        .isEqualTo(
            """
            notification N waits: session A, which would be told, waits for permission itself
              since 12:02
              12:02* was queued by the person, normal: "It moved to Friday."
              > engine why A # what that session does
              > engine notification show N # the whole notice
            """);
  }

  @Test
  void itIsHeldBack() {
    fleet.builder("A", 0);
    NotificationId notice = fleet.notice(Terms.PLAIN.notBefore(at(60)), 1).id();

    assertThat(fleet.why(notice, 10))
        .isEqualTo(
            """
            notification N is held back until 2026-01-05T13:00:00Z
              since 12:01
              12:01* was queued by the person, normal: "It moved to Friday."
              > engine why A # what that session does
              > engine notification show N # the whole notice
            """);
  }

  @Test
  void itWasOfferedAndIsNotConfirmed() {
    SessionId session = fleet.builder("A", 0);
    NotificationId notice = fleet.notice(Terms.PLAIN, 1).id();
    fleet.visit(session, Occasion.TURN, 2);

    assertThat(fleet.why(notice, 2))
        .isEqualTo(
            """
            notification N was offered to session A, and nothing has confirmed it yet
              since 12:02
              12:01* was queued by the person, normal: "It moved to Friday."
              12:02* was offered to session A, attempt 1
              > engine why A # what that session does
              > engine notification show N # the whole notice
            """);
  }

  @Test
  void itWasOfferedToASessionThatWasClearedThenAgainAndConfirmed() {
    SessionId first = fleet.builder("A", 0);
    NotificationId notice = fleet.notice(Terms.PLAIN, 1).id();
    fleet.visit(first, Occasion.TURN, 2);
    fleet.end(first, EndReason.CLEAR, 3);
    SessionId second = fleet.session("B", Source.CLEAR, client(100), ofRole(Role.BUILDER), 3);
    fleet.visit(second, Occasion.BEGINNING, 4);
    fleet.visit(second, Occasion.TURN, 5);

    assertThat(fleet.why(notice, 6))
        .isEqualTo(
            """
            notification N was told to session B
              since 12:05
              12:01* was queued by the person, normal: "It moved to Friday."
              12:02* was offered to session A, attempt 1
              12:04* was queued again: the context of session A was cleared
              12:04* was offered to session B, attempt 2
              12:05* was confirmed: a later call of session B shows that its turn went on
              > engine notification show N # the whole notice
            """);
  }

  @Test
  void itWasTakenBackBecauseTheHookNeverUsedItsAnswer() {
    SessionId session = fleet.builder("A", 0);
    NotificationId notice = fleet.notice(Terms.PLAIN, 1).id();
    HookEventId call = fleet.visit(session, Occasion.TURN, 2);
    fleet.storage.deliveries().takeBack(call, Door.SPOOL, at(3));

    assertThat(fleet.why(notice, 4))
        .isEqualTo(
            """
            notification N waits for the next prompt or tool of session A
              since 12:03
              12:01* was queued by the person, normal: "It moved to Friday."
              12:02* was offered to session A, attempt 1
              12:03* was taken back: the hook of session A never used the answer that carried it
              > engine why A # what that session does
              > engine notification show N # the whole notice
            """);
  }

  @Test
  void itsSessionFellSilent() {
    SessionId session = fleet.builder("A", 0);
    NotificationId notice = fleet.notice(Terms.PLAIN, 1).id();
    fleet.visit(session, Occasion.TURN, 2);
    fleet.visit(fleet.builder("B", 10), Occasion.NONE, 10);

    assertThat(fleet.why(notice, 13))
        .isEqualTo(
            """
            notification N waits for the next prompt or tool of session B
              since 12:10
              12:01* was queued by the person, normal: "It moved to Friday."
              12:02* was offered to session A, attempt 1
              12:10* was queued again: session A fell silent, and may have been told
              > engine why B # what that session does
              > engine notification show N # the whole notice
            """);
  }

  @Test
  void itsContextWasCompacted() {
    SessionId session = fleet.builder("A", 0);
    NotificationId notice = fleet.notice(Terms.PLAIN, 1).id();
    fleet.visit(session, Occasion.TURN, 2);
    fleet.observe("A", new Signal.Started(Source.COMPACT), 3);
    fleet.storage.deliveries().settle(at(4), Limit.DEFAULT);

    assertThat(fleet.why(notice, 5))
        .isEqualTo(
            """
            notification N waits for the next prompt or tool of session A
              since 12:04
              12:01* was queued by the person, normal: "It moved to Friday."
              12:02* was offered to session A, attempt 1
              12:04* was queued again: the context of session A is gone, by a compaction or another start
              > engine why A # what that session does
              > engine notification show N # the whole notice
            """);
  }

  @Test
  void itIsNoLongerTrue() {
    SessionId session = fleet.builder("A", 0);
    NotificationId notice = fleet.notice(Terms.PLAIN.onlyIf(StillTrue.PING_OPEN), 1).id();
    fleet.visit(session, Occasion.TURN, 2);

    assertThat(fleet.why(notice, 3))
        .isEqualTo(
            """
            notification N was withdrawn: no longer true
              since 12:02
              12:01* was queued by the person, normal: "It moved to Friday."
              12:02* was withdrawn: no longer true
              > engine notification show N # the whole notice
            """);
  }

  @Test
  void itsTimeIsOver() {
    NotificationId notice = fleet.notice(Terms.PLAIN.until(at(5)), 1).id();
    fleet.storage.deliveries().settle(at(6), Limit.DEFAULT);

    assertThat(fleet.why(notice, 7))
        .isEqualTo(
            """
            notification N expired before anybody was told
              since 12:06
              12:01* was queued by the person, normal: "It moved to Friday."
              12:06* its time was over
              > engine notification show N # the whole notice
            """);
  }

  @Test
  void itIsGivenUpAfterFiveOffers() {
    NotificationId notice = fleet.notice(Terms.PLAIN, 0).id();
    for (int i = 1; i <= 5; i++) {
      SessionId session = fleet.builder("S" + i, 10 * i);
      fleet.visit(session, Occasion.BEGINNING, 10 * i);
      fleet.end(session, EndReason.LOST, 10 * i + 1);
    }
    fleet.storage.deliveries().settle(at(60), Limit.DEFAULT);

    assertThat(fleet.why(notice, 61))
        .isEqualTo(
            """
            notification N was given up after 5 offers in vain
              since 13:00
              12:00* was queued by the person, normal: "It moved to Friday."
              12:10* was offered to session S1, attempt 1
              12:20* was queued again: session S1 was lost
              12:20* was offered to session S2, attempt 2
              12:30* was queued again: session S2 was lost
              12:30* was offered to session S3, attempt 3
              12:40* was queued again: session S3 was lost
              12:40* was offered to session S4, attempt 4
              12:50* was queued again: session S4 was lost
              12:50* was offered to session S5, attempt 5
              13:00* was given up after 5 offers
              > engine attention ack N # take it out of attention once seen
              > engine notification show N # the whole notice
            """);
  }

  @Test
  void itMovedToTheChiefOfTheNewDay() {
    ConversationId yesterday = new ConversationId("chief-2026-01-04");
    NotificationId notice = fleet.notice(yesterday, Terms.PLAIN, 0).id();
    SessionId chief = fleet.session("A", client(73), ofRole(Role.CHIEF), 1);
    fleet.visit(chief, Occasion.BEGINNING, 1);
    fleet.visit(chief, Occasion.TURN, 2);
    fleet.storage.notifications().see(notice, at(3));

    assertThat(fleet.why(notice, 4))
        .isEqualTo(
            """
            notification N was told to session A, and seen
              since 12:03
              12:00* was queued by the person, normal: "It moved to Friday."
              12:01* moved here from chief-2026-01-04, which was not told
              12:01* was offered to session A, attempt 1
              12:02* was confirmed: a later call of session A shows that its turn went on
              12:03* was opened by the person
              > engine notification show N # the whole notice
            """);
  }

  @Test
  void whatWasWithdrawnSaysWhy() {
    NotificationId notice = fleet.notice(Terms.PLAIN, 0).id();
    fleet.storage.notifications().withdraw(notice, "sent to the wrong one", at(1));

    assertThat(fleet.why(notice, 2))
        .isEqualTo(
            """
            notification N was withdrawn: sent to the wrong one
              since 12:01
              12:00* was queued by the person, normal: "It moved to Friday."
              12:01* was withdrawn: sent to the wrong one
              > engine notification show N # the whole notice
            """);
  }
}
