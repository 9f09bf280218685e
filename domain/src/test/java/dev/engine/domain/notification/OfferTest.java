package dev.engine.domain.notification;

import static dev.engine.domain.notification.DeliveryExamples.BUILDER;
import static dev.engine.domain.notification.DeliveryExamples.at;
import static dev.engine.domain.notification.DeliveryExamples.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.session.SessionId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class OfferTest {

  private static final SessionId SESSION = new SessionId("0000000a");
  private static final SessionId OTHER = new SessionId("0000000b");

  private final Offer offer = new Offer(SESSION, 2, call(1), 1, at(60));

  @Test
  void itIsKnownInItsSessionAndItsContextAlone() {
    assertThat(offer.isIn(recipient(SESSION, 2, false))).isTrue();
    assertThat(offer.isIn(recipient(SESSION, 3, true))).isFalse();
    assertThat(offer.isIn(recipient(OTHER, 2, true))).isFalse();
  }

  @Test
  void itIsAliveWhileSomebodyIsThere() {
    assertThat(offer.isAliveIn(recipient(SESSION, 2, true))).isTrue();
    assertThat(offer.isAliveIn(recipient(SESSION, 2, false))).isFalse();
    assertThat(offer.isAliveIn(recipient(SESSION, 1, true))).isFalse();
  }

  @Test
  void aCallFollowsItThatIsLaterAndAnother() {
    assertThat(offer.isFollowedBy(visit(Occasion.TURN, call(2), at(61)))).isTrue();
    assertThat(offer.isFollowedBy(visit(Occasion.TURN, call(2), at(60)))).isFalse();
    assertThat(offer.isFollowedBy(visit(Occasion.TURN, call(1), at(61)))).isFalse();
  }

  @Test
  void aCallFollowsItAlthoughTheClockWasSetBack() {
    assertThat(offer.isFollowedBy(visit(Occasion.TURN, call(2), at(0)))).isTrue();
    assertThat(offer.isFollowedBy(visit(Occasion.TURN, call(2), at(55)))).isFalse();
  }

  @Test
  void ofACallThatIsHeardOfLateTheTimeDecidesAlone() {
    assertThat(offer.isFollowedBy(visit(Occasion.LATE_PROGRESS, call(2), at(61)))).isTrue();
    assertThat(offer.isFollowedBy(visit(Occasion.LATE_PROGRESS, call(2), at(60)))).isFalse();
    assertThat(offer.isFollowedBy(visit(Occasion.LATE_PROGRESS, call(2), at(0)))).isFalse();
    assertThat(offer.isFollowedBy(visit(Occasion.LATE_PROGRESS, call(1), at(61)))).isFalse();
  }

  private static Recipient recipient(SessionId session, int context, boolean isLive) {
    return new Recipient(session, BUILDER, context, isLive, at(60));
  }

  private static Visit visit(Occasion occasion, HookEventId call, Instant at) {
    return new Visit(SESSION, occasion, call, at);
  }
}
