package dev.engine.domain.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.account.AccountId;
import dev.engine.domain.contact.ContactId;
import dev.engine.domain.content.StagedItemId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.priority.PriorityId;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.testing.ScriptedRandom;
import dev.engine.domain.worker.WorkerId;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HexIdTest {

  /**
   * A kind of id.
   *
   * @param what as failures name it
   */
  record Kind(String what, Function<String, Object> of, Function<RandomGenerator, Object> random) {}

  private static List<Kind> kinds() {
    return List.of(
        new Kind("account id", AccountId::new, AccountId::random),
        new Kind("contact id", ContactId::new, ContactId::random),
        new Kind("staged item id", StagedItemId::new, StagedItemId::random),
        new Kind("mission id", MissionId::new, MissionId::random),
        new Kind("scheduled mission id", ScheduledMissionId::new, ScheduledMissionId::random),
        new Kind("notification id", NotificationId::new, NotificationId::random),
        new Kind("ping id", PingId::new, PingId::random),
        new Kind("priority id", PriorityId::new, PriorityId::random),
        new Kind("session id", SessionId::new, SessionId::random),
        new Kind("worker id", WorkerId::new, WorkerId::random));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anIdIsShownAsItIsWritten(Kind kind) {
    assertThat(kind.of().apply("0a1b2c3f")).hasToString("0a1b2c3f");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aFreshIdIsTheNextNumberOfItsSource(Kind kind) {
    assertThat(kind.random().apply(new ScriptedRandom(1))).isEqualTo(kind.of().apply("00000001"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatIsNoIdIsRefusedByTheNameOfItsKind(Kind kind) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> kind.of().apply("0A1B2C3F"))
        .withMessage(kind.what() + " must be 8 lower-case hex digits, got \"0A1B2C3F\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000", "99999999", "aaaaaaaa", "ffffffff"})
  void anIdHasEightHexDigits(String id) {
    assertThat(HexId.isShapeOf(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0000000", "000000000", "0000000/", "0000000:", "0000000`", "0000000g"})
  void nothingElseIsAnId(String text) {
    assertThat(HexId.isShapeOf(text)).isFalse();
  }
}
