package dev.engine.domain.notification;

import static dev.engine.domain.notification.DeliveryExamples.BUILDER;
import static dev.engine.domain.notification.DeliveryExamples.at;
import static dev.engine.domain.notification.DeliveryExamples.call;
import static dev.engine.domain.notification.DeliveryExamples.notice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.session.SessionId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class NotificationEventsTest {

  private static final SessionId SESSION = new SessionId("0000000a");
  private static final Recipient THERE = new Recipient(SESSION, BUILDER, 1, true, at(0));
  private static final Recipient CLEARED = new Recipient(SESSION, BUILDER, 2, true, at(0));
  private static final Subject SUBJECT = new Subject(Subject.Kind.NOTIFICATION, "0000000b");

  private final Notification queued =
      Notification.queued(new NotificationId("0000000b"), notice("0000000c"), at(0));
  private final Notification offered =
      queued.offered(THERE, new Visit(SESSION, Occasion.TURN, call(1), at(1)));
  private final Notification confirmed =
      offered.provenBy(THERE, new Visit(SESSION, Occasion.TURN, call(2), at(2)));

  @Test
  void anOfferAndItsProofAreToldWithTheSession() {
    assertThat(NotificationEvents.changed(queued, offered, at(1)))
        .isEqualTo(happening("offered", SESSION, Facts.NONE.with("attempt", 1), 1));
    assertThat(NotificationEvents.changed(offered, confirmed, at(2)))
        .isEqualTo(happening("confirmed", SESSION, Facts.NONE, 2));
    assertThat(NotificationEvents.changed(confirmed, confirmed.seen(at(3)), at(3)))
        .isEqualTo(happening("seen", SESSION, Facts.NONE, 3));
  }

  @Test
  void anOfferInVainIsToldWithItsReason() {
    assertThat(returned(offered.takenBack())).isEqualTo("answer_unused");
    assertThat(returned(offered.reconsidered(CLEARED, at(3)))).isEqualTo("context_gone");
    assertThat(returned(offered.reconsidered(THERE, at(61)))).isEqualTo("silence");
  }

  @Test
  void theEndOfAWaitIsTold() {
    State over = new State.Dead(at(3), 5, null);
    Notification dead = new Notification(queued.id(), queued.notice(), queued.createdAt(), over);

    assertThat(NotificationEvents.changed(queued, queued.withdrawn(at(3), "obsolete"), at(3)))
        .isEqualTo(happening("withdrawn", null, Facts.NONE.with("reason", "obsolete"), 3));
    assertThat(NotificationEvents.changed(queued, queued.expired(at(3)), at(3)))
        .isEqualTo(happening("expired", null, Facts.NONE, 3));
    assertThat(NotificationEvents.changed(offered, dead, at(3)))
        .isEqualTo(
            happening(
                "dead", SESSION, Facts.NONE.with("attempts", 5).with("reason", "context_gone"), 3));
  }

  @Test
  void aMoveIsToldWithWhereItComesFrom() {
    ConversationId today = new ConversationId("chief-2026-01-06");
    Happening moved = NotificationEvents.moved(queued.movedTo(today), BUILDER, at(3));

    assertThat(moved)
        .isEqualTo(
            new Happening(
                at(3),
                new EventKind("notification.moved"),
                today,
                null,
                SUBJECT,
                Facts.NONE.with("from", BUILDER)));
  }

  @Test
  void aWakeIsToldWithHowMuchWasTold() {
    Handout handout = new Handout(List.of(offered, offered), 3);

    assertThat(NotificationEvents.woken(THERE, handout, at(3)))
        .isEqualTo(
            new Happening(
                at(3),
                new EventKind("session.woken"),
                BUILDER,
                SESSION,
                null,
                Facts.NONE.with("notices", 2)));
  }

  private String returned(Notification again) {
    Happening told = NotificationEvents.changed(offered, again, at(3));
    String reason = told.facts().find("reason").orElseThrow();
    assertThat(told)
        .isEqualTo(happening("returned", SESSION, Facts.NONE.with("reason", reason), 3));
    return reason;
  }

  private static Happening happening(
      String kind, @Nullable SessionId session, Facts facts, int seconds) {
    EventKind name = new EventKind("notification." + kind);
    return new Happening(at(seconds), name, BUILDER, session, SUBJECT, facts);
  }
}
