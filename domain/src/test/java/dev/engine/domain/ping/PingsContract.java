package dev.engine.domain.ping;

import static dev.engine.domain.ping.PingExamples.CHIEF;
import static dev.engine.domain.ping.PingExamples.NOON;
import static dev.engine.domain.ping.PingExamples.appeal;
import static dev.engine.domain.ping.PingExamples.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.ping.PingFilter.Progress;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.testing.PagedList;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Pings} promises. */
public interface PingsContract {

  Instant LATER = NOON.plusSeconds(60);
  Answer YES = new Answer("yes");
  PingId UNKNOWN = new PingId("0000beef");

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new ScriptedRandom(1));
  }

  @Test
  default void aSentPingIsOpen() {
    Storage storage = storage();
    Session asking = SessionExamples.stored(storage.sessions(), "a");
    Appeal appeal = new Appeal(asking.id(), asking.conversation(), Urgency.CRITICAL, "Deploy now?");

    Ping sent = storage.pings().send(appeal, NOON);

    assertThat(sent).isEqualTo(Ping.sent(sent.id(), appeal, NOON));
    assertThat(storage.pings().find(sent.id())).contains(sent);
  }

  @Test
  default void aPingOfAnUnknownSessionIsRefused() {
    Pings pings = storage().pings();
    Appeal appeal = new Appeal(new SessionId("0000beef"), null, Urgency.LOW, "Who am I?");

    assertThatExceptionOfType(Conflict.class).isThrownBy(() -> pings.send(appeal, NOON));
  }

  @Test
  default void aTakenIdIsDrawnAgain() {
    Pings pings = storage(new ScriptedRandom(1, 1, 2)).pings();

    Ping first = pings.send(question("a"), NOON);
    Ping second = pings.send(question("b"), NOON);

    assertThat(first.id()).isEqualTo(new PingId("00000001"));
    assertThat(second.id()).isEqualTo(new PingId("00000002"));
  }

  @Test
  default void theFirstAcknowledgementStands() {
    Pings pings = storage().pings();
    Ping sent = pings.send(question("Deploy now?"), NOON);

    Acknowledging first = pings.acknowledge(sent.id(), NOON);
    Acknowledging second = pings.acknowledge(sent.id(), LATER);

    Ping acknowledged = sent.acknowledged(NOON);
    assertThat(first).isEqualTo(new Acknowledging.AcknowledgedNow(acknowledged));
    assertThat(second).isEqualTo(new Acknowledging.AcknowledgedBefore(acknowledged));
    assertThat(pings.find(sent.id())).contains(acknowledged);
  }

  @Test
  default void anAnswerAcknowledgesAndTellsTheAskingConversation() {
    Storage storage = storage();
    Ping sent = storage.pings().send(question("Deploy now?"), NOON);

    Answering answering = storage.pings().answer(sent.id(), YES, LATER);

    Ping answered = sent.answered(LATER, YES);
    assertThat(answering).isEqualTo(new Answering.AnsweredNow(answered));
    assertThat(storage.pings().find(sent.id())).contains(answered);
    Notification told = notices(storage).getFirst();
    assertThat(told)
        .isEqualTo(Notification.queued(told.id(), answered.answerNotice().orElseThrow(), LATER));
  }

  @Test
  default void anAcknowledgedPingCanStillBeAnswered() {
    Pings pings = storage().pings();
    Ping sent = pings.send(question("Deploy now?"), NOON);
    pings.acknowledge(sent.id(), NOON);

    Answering answering = pings.answer(sent.id(), YES, LATER);

    Ping answered = sent.acknowledged(NOON).answered(LATER, YES);
    assertThat(answering).isEqualTo(new Answering.AnsweredNow(answered));
    assertThat(pings.acknowledge(sent.id(), LATER))
        .isEqualTo(new Acknowledging.AcknowledgedBefore(answered));
  }

  @Test
  default void theFirstAnswerStandsAndIsToldOnce() {
    Storage storage = storage();
    Ping sent = storage.pings().send(question("Deploy now?"), NOON);
    storage.pings().answer(sent.id(), YES, NOON);

    Answering second = storage.pings().answer(sent.id(), new Answer("no"), LATER);

    assertThat(second).isEqualTo(new Answering.AnsweredBefore(sent.answered(NOON, YES)));
    assertThat(notices(storage)).hasSize(1);
  }

  @Test
  default void theAnswerToNobodysPingIsToldToNobody() {
    Storage storage = storage();
    Ping sent = storage.pings().send(new Appeal(null, null, Urgency.LOW, "Disk is full."), NOON);

    Answering answering = storage.pings().answer(sent.id(), YES, LATER);

    assertThat(answering).isEqualTo(new Answering.AnsweredNow(sent.answered(LATER, YES)));
    assertThat(notices(storage)).isEmpty();
  }

  @Test
  default void theLastSnoozeStands() {
    Pings pings = storage().pings();
    Ping sent = pings.send(question("Deploy now?"), NOON);
    pings.snooze(sent.id(), LATER.plusSeconds(60), NOON);

    Snoozing snoozing = pings.snooze(sent.id(), LATER, NOON);

    assertThat(snoozing).isEqualTo(new Snoozing.Snoozed(sent.snoozed(LATER)));
    assertThat(pings.find(sent.id())).contains(sent.snoozed(LATER));
  }

  @Test
  default void aPingThatWasSeenIsNotSnoozed() {
    Pings pings = storage().pings();
    Ping sent = pings.send(question("Deploy now?"), NOON);
    pings.acknowledge(sent.id(), NOON);

    Snoozing snoozing = pings.snooze(sent.id(), LATER, NOON);

    assertThat(snoozing).isEqualTo(new Snoozing.NotOpen(sent.acknowledged(NOON)));
  }

  @Test
  default void anUnknownPingIsSaidToBeUnknown() {
    Pings pings = storage().pings();

    assertThat(pings.find(UNKNOWN)).isEmpty();
    assertThat(pings.acknowledge(UNKNOWN, NOON)).isEqualTo(new Acknowledging.NoSuchPing(UNKNOWN));
    assertThat(pings.answer(UNKNOWN, YES, NOON)).isEqualTo(new Answering.NoSuchPing(UNKNOWN));
    assertThat(pings.snooze(UNKNOWN, NOON, NOON)).isEqualTo(new Snoozing.NoSuchPing(UNKNOWN));
  }

  @Test
  default void listsGiveTheNewestFirstAndOnlyWhatIsAskedFor() {
    Pings pings = storage().pings();
    ConversationId builder = new ConversationId("builder-00000001");
    Ping open = pings.send(appeal(Urgency.LOW, "a"), NOON);
    Ping seen = pings.send(appeal(Urgency.HIGH, "b"), NOON.plusSeconds(1)).acknowledged(LATER);
    Ping answered =
        pings
            .send(new Appeal(null, builder, Urgency.NORMAL, "c"), NOON.plusSeconds(2))
            .answered(LATER, YES);
    pings.acknowledge(seen.id(), LATER);
    pings.answer(answered.id(), YES, LATER);

    assertThat(pings.list(PingFilter.ALL, Page.FIRST).items())
        .containsExactly(answered, seen, open);
    assertThat(pings.list(PingFilter.ALL, Page.first(new Limit(1))).items())
        .containsExactly(answered);
    assertThat(pings.list(PingFilter.OPEN, Page.FIRST).items()).containsExactly(open);
    assertThat(pings.list(new PingFilter(Progress.ACKNOWLEDGED, null), Page.FIRST).items())
        .containsExactly(seen);
    assertThat(pings.list(new PingFilter(Progress.ANSWERED, null), Page.FIRST).items())
        .containsExactly(answered);
    assertThat(pings.list(new PingFilter(Progress.ANY, CHIEF), Page.FIRST).items())
        .containsExactly(seen, open);
  }

  @Test
  default void itsPagesAreTheListAndStandWhereTheyStood() {
    Pings pings = storage().pings();
    for (int i = 0; i < 5; i++) {
      pings.send(question("Deploy now?"), NOON.plusSeconds(i / 2));
    }

    PagedList<Ping> list = page -> pings.list(PingFilter.OPEN, page);

    list.isTheSameInPagesOfAnyLength();
    list.takesNoOtherCursor();
    list.isNotShiftedBy(() -> pings.send(question("And now?"), LATER));
  }

  @Test
  default void whatIsAnsweredBetweenPagesShiftsNothing() {
    Pings pings = storage().pings();
    for (int i = 0; i < 4; i++) {
      pings.send(question("Deploy now?"), NOON);
    }
    PagedList<Ping> open = page -> pings.list(PingFilter.OPEN, page);
    PingId first = open.page(Page.FIRST).items().getFirst().id();

    open.isNotShiftedBy(() -> pings.answer(first, YES, LATER));
  }

  private static List<Notification> notices(Storage storage) {
    return storage.notifications().list(NotificationFilter.ALL, Page.FIRST).items();
  }
}
