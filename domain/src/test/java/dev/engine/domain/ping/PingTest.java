package dev.engine.domain.ping;

import static dev.engine.domain.ping.PingExamples.CHIEF;
import static dev.engine.domain.ping.PingExamples.NOON;
import static dev.engine.domain.ping.PingExamples.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Urgency;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Sender;
import dev.engine.domain.notification.Terms;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PingTest {

  private static final Instant LATER = NOON.plusSeconds(60);
  private static final Answer YES = new Answer("yes");

  private final Ping open =
      Ping.sent(new PingId("0000000a"), question("Deploy now?\nIt is late."), NOON);

  @Test
  void anOpenPingNeedsAttentionUnlessItIsSnoozedBeyondNow() {
    Ping snoozed = open.snoozed(LATER);

    assertThat(open.needsAttentionAt(NOON)).isTrue();
    assertThat(snoozed.needsAttentionAt(LATER.minusMillis(1))).isFalse();
    assertThat(snoozed.needsAttentionAt(LATER)).isTrue();
  }

  @Test
  void whatThePersonHasSeenNeedsNoAttention() {
    assertThat(open.acknowledged(NOON).needsAttentionAt(LATER)).isFalse();
    assertThat(open.answered(NOON, YES).needsAttentionAt(LATER)).isFalse();
  }

  @Test
  void theFirstAcknowledgementStands() {
    Ping acknowledged = open.acknowledged(NOON);

    assertThat(acknowledged.acknowledged(LATER)).isEqualTo(acknowledged);
    assertThat(acknowledged.snoozed(LATER)).isEqualTo(acknowledged);
  }

  @Test
  void theFirstAnswerStands() {
    Ping answered = open.acknowledged(NOON).answered(LATER, YES);

    assertThat(answered.state()).isEqualTo(new Ping.State.Answered(NOON, LATER, YES));
    assertThat(answered.answered(LATER, new Answer("no"))).isEqualTo(answered);
    assertThat(answered.acknowledged(LATER)).isEqualTo(answered);
  }

  @Test
  void anAnswerAcknowledges() {
    assertThat(open.answered(LATER, YES).state())
        .isEqualTo(new Ping.State.Answered(LATER, LATER, YES));
  }

  @Test
  void theAnswerIsToldToTheConversationThatAsked() {
    assertThat(open.answered(LATER, YES).answerNotice())
        .contains(
            new Notice(
                CHIEF,
                NotificationType.PING_ANSWERED,
                "0000000a",
                Sender.PERSON,
                "answer to ping 0000000a: Deploy now?",
                "yes",
                Terms.PLAIN.with(Urgency.HIGH)));
  }

  @Test
  void withoutAnAnswerOrAConversationNobodyIsTold() {
    Ping fromNobody =
        Ping.sent(open.id(), new Appeal(null, null, Urgency.LOW, "The disk is full."), NOON);

    assertThat(open.acknowledged(LATER).answerNotice()).isEmpty();
    assertThat(fromNobody.answered(LATER, YES).answerNotice()).isEmpty();
  }

  @Test
  void blankTextsAreRefused() {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> question(" \n"));
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Answer(""));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Answer("x".repeat(10_001)))
        .withMessage(
            "answer must be a text of 1 to 10,000 characters, got \"a text of 10,001 characters\"");
  }

  @Test
  void onlyASnoozeThatChangesSomethingIsTold() {
    Ping snoozed = open.snoozed(LATER);

    assertThat(PingEvents.snoozed(open, snoozed, NOON))
        .extracting(happening -> happening.facts().json())
        .containsExactly("{\"until\":\"" + LATER + "\"}");
    assertThat(PingEvents.snoozed(snoozed, snoozed, NOON)).isEmpty();
    assertThat(PingEvents.snoozed(open, open.acknowledged(NOON), NOON)).isEmpty();
  }

  @Test
  void theSameIsAskedForAnotherConversation() {
    Appeal appeal = new Appeal(null, null, Urgency.LOW, "So?");

    assertThat(appeal.from(CHIEF)).isEqualTo(new Appeal(null, CHIEF, Urgency.LOW, "So?"));
  }
}
