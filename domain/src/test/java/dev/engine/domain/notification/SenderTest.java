package dev.engine.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.worker.WorkerId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SenderTest {

  private static final List<Sender> ALL =
      List.of(
          Sender.ENGINE,
          Sender.PERSON,
          new Sender.FromConversation(new ConversationId("builder-00000001")),
          new Sender.FromWorker(new WorkerId("3fa94c01")));

  @Test
  void aSenderIsReadAsItWasWritten() {
    assertThat(ALL).extracting(sender -> Sender.of(sender.wireName())).isEqualTo(ALL);
    assertThat(ALL)
        .extracting(Sender::wireName)
        .containsExactly("engine", "person", "conversation:builder-00000001", "worker:3fa94c01");
  }

  @Test
  void aModelIsToldItInWords() {
    assertThat(ALL)
        .extracting(Sender::said)
        .containsExactly(
            "engine", "the person", "conversation builder-00000001", "worker 3fa94c01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Engine", "somebody", "worker:", "worker:me", "conversation:"})
  void nobodyElseSends(String name) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Sender.of(name));
  }
}
