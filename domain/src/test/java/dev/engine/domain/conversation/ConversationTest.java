package dev.engine.domain.conversation;

import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Session;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConversationTest {

  private static final ConversationId BUILDER = new ConversationId("builder-00000001");
  private static final ConversationId FIFTH = ConversationId.chief(LocalDate.of(2026, 1, 5));
  private static final ConversationId SIXTH = ConversationId.chief(LocalDate.of(2026, 1, 6));

  private final Session first = aSession("0000000a", "a", BUILDER.value());
  private final Session second = aSession("0000000b", "b", BUILDER.value());

  @Test
  void theNewestOfThoseThatLiveIsTheOneThatIsAlive() {
    Session ended = second.end(NOON, EndReason.CLEAR);

    assertThat(new Conversation(BUILDER, List.of(first, second)).live()).contains(second);
    assertThat(new Conversation(BUILDER, List.of(first, ended)).live()).contains(first);
    assertThat(new Conversation(BUILDER, List.of(ended)).live()).isEmpty();
    assertThat(new Conversation(BUILDER, List.of(first, ended)).newest()).isEqualTo(ended);
  }

  @Test
  void itHasASessionFromTheBeginning() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Conversation(BUILDER, List.of()))
        .withMessageStartingWith("conversation builder-00000001");
  }

  @Test
  void theDaysOfAChiefComeOneAfterTheOther() {
    assertThat(FIFTH.isEarlierDayThan(SIXTH)).isTrue();
    assertThat(SIXTH.isEarlierDayThan(FIFTH)).isFalse();
    assertThat(FIFTH.isEarlierDayThan(FIFTH)).isFalse();
    assertThat(BUILDER.isEarlierDayThan(FIFTH)).isFalse();
    assertThat(FIFTH.isEarlierDayThan(new ConversationId("deep-work-00000001"))).isFalse();
    assertThat(FIFTH.isChiefs()).isTrue();
    assertThat(BUILDER.isChiefs()).isFalse();
  }
}
