package dev.engine.domain.notification;

import static dev.engine.domain.notification.DeliveryExamples.BUILDER;
import static dev.engine.domain.notification.DeliveryExamples.at;
import static dev.engine.domain.notification.DeliveryExamples.call;
import static dev.engine.domain.notification.DeliveryExamples.notice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.session.SessionId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The steps of a notification, each from each of its states. */
final class NotificationTest {

  private static final SessionId SESSION = new SessionId("0000000a");
  private static final Recipient THERE = recipient(1, at(60));
  private static final Offer FIRST = new Offer(SESSION, 1, call(1), 1, at(60));
  private static final Visit NEXT = new Visit(SESSION, Occasion.TURN, call(2), at(70));

  private static final State QUEUED = new State.Queued(0, null);
  private static final State RETURNED = new State.Queued(1, null);
  private static final State DOUBTFUL = new State.Queued(1, FIRST);
  private static final State OFFERED = new State.Offered(FIRST);
  private static final State CONFIRMED = new State.Confirmed(FIRST, at(70));
  private static final State SEEN = new State.Seen(FIRST, at(70), at(80));
  private static final State WITHDRAWN = new State.Withdrawn(at(80), "no longer true");
  private static final State EXPIRED = new State.Expired(at(80));
  private static final State DEAD = new State.Dead(at(80), 5, null);
  private static final State DEAD_IN_DOUBT = new State.Dead(at(80), 5, FIRST);

  private static final List<State> ALL =
      List.of(
          QUEUED,
          RETURNED,
          DOUBTFUL,
          OFFERED,
          CONFIRMED,
          SEEN,
          WITHDRAWN,
          EXPIRED,
          DEAD,
          DEAD_IN_DOUBT);

  private static List<State> states() {
    return ALL;
  }

  @Test
  void aNewOneWaitsAndWasNeverOffered() {
    Notification queued =
        Notification.queued(new NotificationId("0000000b"), notice("0000000c"), at(0));

    assertThat(queued.state()).isEqualTo(QUEUED);
    assertThat(queued.isWaiting()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("states")
  void whatIsQueuedOrOfferedWaits(State state) {
    List<Standing> waiting = List.of(Standing.QUEUED, Standing.OFFERED);

    assertThat(in(state).isWaiting()).isEqualTo(waiting.contains(state.standing()));
  }

  @ParameterizedTest
  @MethodSource("states")
  void onlyWhatIsQueuedIsOfferedAndCounts(State state) {
    Notification offered = in(state).offered(THERE, NEXT);

    assertThat(offered.state())
        .isEqualTo(
            state instanceof State.Queued queued
                ? new State.Offered(new Offer(SESSION, 1, call(2), queued.attempts() + 1, at(70)))
                : state);
  }

  @ParameterizedTest
  @MethodSource("states")
  void aLaterCallConfirmsWhatMayHaveArrived(State state) {
    Notification proven = in(state).provenBy(THERE, NEXT);

    boolean mayHaveArrived = List.of(DOUBTFUL, OFFERED, DEAD_IN_DOUBT).contains(state);
    assertThat(proven.state()).isEqualTo(mayHaveArrived ? CONFIRMED : state);
  }

  @Test
  void noCallConfirmsWhatWasOfferedInAnotherContextOrByItself() {
    Visit itself = new Visit(SESSION, Occasion.TURN, call(1), at(70));
    Visit earlier = new Visit(SESSION, Occasion.TURN, call(2), at(59));
    Recipient gone = new Recipient(SESSION, BUILDER, 1, false, at(60));

    assertThat(in(OFFERED).provenBy(recipient(2, at(70)), NEXT).state()).isEqualTo(OFFERED);
    assertThat(in(OFFERED).provenBy(gone, NEXT).state()).isEqualTo(OFFERED);
    assertThat(in(OFFERED).provenBy(THERE, itself).state()).isEqualTo(OFFERED);
    assertThat(in(OFFERED).provenBy(THERE, earlier).state()).isEqualTo(OFFERED);
  }

  @ParameterizedTest
  @MethodSource("states")
  void anOfferWhoseContextIsGoneIsGivenUp(State state) {
    Notification given = in(state).reconsidered(recipient(2, at(70)), at(71));

    assertThat(given.state()).isEqualTo(state.equals(OFFERED) ? RETURNED : state);
  }

  @Test
  void anOfferInASilentSessionIsGivenUpInDoubt() {
    Instant silent = at(60).plus(Deliveries.SILENCE);

    assertThat(in(OFFERED).reconsidered(THERE, silent.minusMillis(1)).state()).isEqualTo(OFFERED);
    assertThat(in(OFFERED).reconsidered(THERE, silent).state()).isEqualTo(DOUBTFUL);
  }

  @Test
  void aSessionIsSilentSinceItsLastEventOrSinceTheOffer() {
    Recipient before = recipient(1, at(0));
    Recipient after = recipient(1, at(65));

    assertThat(in(OFFERED).reconsidered(before, at(60).plus(Deliveries.SILENCE).minusMillis(1)))
        .isEqualTo(in(OFFERED));
    assertThat(in(OFFERED).reconsidered(after, at(60).plus(Deliveries.SILENCE)))
        .isEqualTo(in(OFFERED));
    assertThat(in(OFFERED).reconsidered(after, at(65).plus(Deliveries.SILENCE)))
        .isEqualTo(in(DOUBTFUL));
  }

  @Test
  void theLastOfferInVainIsTheEnd() {
    Offer last = new Offer(SESSION, 1, call(1), Deliveries.MOST_ATTEMPTS, at(60));
    Offer before = new Offer(SESSION, 1, call(1), Deliveries.MOST_ATTEMPTS - 1, at(60));
    Recipient elsewhere = recipient(2, at(70));

    assertThat(in(new State.Offered(last)).reconsidered(elsewhere, at(71)).state())
        .isEqualTo(new State.Dead(at(71), Deliveries.MOST_ATTEMPTS, null));
    assertThat(in(new State.Offered(before)).reconsidered(elsewhere, at(71)).state())
        .isEqualTo(new State.Queued(Deliveries.MOST_ATTEMPTS - 1, null));
    assertThat(in(new State.Offered(last)).reconsidered(THERE, at(200)).state())
        .isEqualTo(new State.Dead(at(200), Deliveries.MOST_ATTEMPTS, last));
  }

  @ParameterizedTest
  @MethodSource("states")
  void anOfferThatNobodyUsedDoesNotCountUnlessThePersonHasSeenIt(State state) {
    Notification back = in(state).takenBack();

    boolean isOffered = List.of(DOUBTFUL, OFFERED, CONFIRMED, DEAD_IN_DOUBT).contains(state);
    assertThat(back.state()).isEqualTo(isOffered ? QUEUED : state);
  }

  @ParameterizedTest
  @MethodSource("states")
  void onlyWhatWaitsIsWithdrawn(State state) {
    Notification withdrawn = in(state).withdrawn(at(80), "no longer true");

    assertThat(withdrawn.state()).isEqualTo(in(state).isWaiting() ? WITHDRAWN : state);
  }

  @ParameterizedTest
  @MethodSource("states")
  void onlyWhatIsQueuedExpires(State state) {
    Notification expired = in(state).expired(at(80));

    assertThat(expired.state()).isEqualTo(state instanceof State.Queued ? EXPIRED : state);
  }

  @ParameterizedTest
  @MethodSource("states")
  void onlyWhatHasArrivedIsSeen(State state) {
    assertThat(in(state).seen(at(80)).state()).isEqualTo(state.equals(CONFIRMED) ? SEEN : state);
  }

  @ParameterizedTest
  @MethodSource("states")
  void onlyWhatIsQueuedIsOverWhenItsTimeIs(State state) {
    Notification until = in(state, Terms.PLAIN.until(at(90)));

    assertThat(until.isExpiredAt(at(90))).isEqualTo(state instanceof State.Queued);
    assertThat(until.isExpiredAt(at(90).minusMillis(1))).isFalse();
    assertThat(in(state).isExpiredAt(Instant.MAX)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("states")
  void onlyWhatIsQueuedIsDueAndNotWhereItIsInDoubt(State state) {
    boolean isQueued = state instanceof State.Queued;

    assertThat(in(state).isDueFor(THERE, at(0))).isEqualTo(isQueued && !state.equals(DOUBTFUL));
    assertThat(in(state).isDueFor(recipient(2, at(70)), at(0))).isEqualTo(isQueued);
  }

  @Test
  void whatIsHeldBackIsNotDueBefore() {
    Notification held = in(QUEUED, Terms.PLAIN.notBefore(at(90)));

    assertThat(held.isDueFor(THERE, at(90).minusMillis(1))).isFalse();
    assertThat(held.isDueFor(THERE, at(90))).isTrue();
  }

  @Test
  void anotherConversationIsToldTheSameAsFarAsItHasCome() {
    ConversationId other = new ConversationId("chief-2026-01-06");

    Notification moved = in(RETURNED).movedTo(other);

    assertThat(moved)
        .isEqualTo(
            new Notification(
                new NotificationId("0000000b"), notice(other, "0000000c"), at(0), RETURNED));
  }

  @Test
  void aStateTellsWhatItRemembers() {
    assertThat(ALL).extracting(State::attempts).containsExactly(0, 1, 1, 1, 1, 1, 0, 0, 5, 5);
    assertThat(ALL)
        .extracting(State::offer)
        .containsExactly(null, null, FIRST, FIRST, FIRST, FIRST, null, null, null, FIRST);
    assertThat(ALL)
        .extracting(State::confirmedAt)
        .containsExactly(null, null, null, null, at(70), at(70), null, null, null, null);
    assertThat(ALL)
        .extracting(State::closedAt)
        .containsExactly(null, null, null, null, null, null, at(80), at(80), at(80), at(80));
  }

  private static Notification in(State state) {
    return in(state, Terms.PLAIN);
  }

  private static Notification in(State state, Terms terms) {
    return new Notification(
        new NotificationId("0000000b"), notice("0000000c").on(terms), at(0), state);
  }

  private static Recipient recipient(int context, Instant lastSeenAt) {
    return new Recipient(SESSION, BUILDER, context, true, lastSeenAt);
  }
}
