package dev.engine.domain.notification;

import static dev.engine.domain.notification.DeliveryExamples.at;
import static dev.engine.domain.notification.DeliveryExamples.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.session.SessionId;
import org.junit.jupiter.api.Test;

final class RecipientTest {

  private static final SessionId SESSION = new SessionId("0000000a");

  @Test
  void anEarlierDayWhereNobodyIsAnyMoreIsTakenOverAtAnyTime() {
    assertThat(chief(3).takesOver(visit(Occasion.TURN), false)).isTrue();
  }

  @Test
  void anEarlierDayWhereSomebodyIsIsTakenOverAtTheFirstBeginningOnly() {
    assertThat(chief(1).takesOver(visit(Occasion.BEGINNING), true)).isTrue();
    assertThat(chief(1).takesOver(visit(Occasion.TURN), true)).isFalse();
    assertThat(chief(2).takesOver(visit(Occasion.BEGINNING), true)).isFalse();
  }

  private static Recipient chief(int context) {
    return new Recipient(SESSION, new ConversationId("chief-2026-01-06"), context, true, at(0));
  }

  private static Visit visit(Occasion occasion) {
    return new Visit(SESSION, occasion, call(1), at(1));
  }
}
