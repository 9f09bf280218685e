package dev.engine.domain.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.mission.PolicyAmendment.TimeLimit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PolicyAmendmentTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final TimeLimit KEPT = new TimeLimit.Keep();

  private static final MissionPolicies BEFORE =
      new MissionPolicies(MissedRun.ALL, 3, HOUR, Overlap.QUEUE, MINUTE);

  @Test
  void whatIsNotSaidStays() {
    assertThat(PolicyAmendment.NONE.of(BEFORE)).isEqualTo(BEFORE);
    assertThat(PolicyAmendment.NONE.of(MissionPolicies.DEFAULT)).isEqualTo(MissionPolicies.DEFAULT);
  }

  @Test
  void whatIsSaidIsChangedAndNothingElse() {
    assertThat(new PolicyAmendment(MissedRun.SKIP, null, null, null, KEPT).of(BEFORE))
        .isEqualTo(new MissionPolicies(MissedRun.SKIP, 3, HOUR, Overlap.QUEUE, MINUTE));
    assertThat(new PolicyAmendment(null, 7, null, null, KEPT).of(BEFORE))
        .isEqualTo(new MissionPolicies(MissedRun.ALL, 7, HOUR, Overlap.QUEUE, MINUTE));
    assertThat(new PolicyAmendment(null, null, DAY, null, KEPT).of(BEFORE))
        .isEqualTo(new MissionPolicies(MissedRun.ALL, 3, DAY, Overlap.QUEUE, MINUTE));
    assertThat(new PolicyAmendment(null, null, null, Overlap.PARALLEL, KEPT).of(BEFORE))
        .isEqualTo(new MissionPolicies(MissedRun.ALL, 3, HOUR, Overlap.PARALLEL, MINUTE));
  }

  @Test
  void theTimeLimitIsSetOrTakenAway() {
    PolicyAmendment longer = limiting(new TimeLimit.Set(HOUR));
    PolicyAmendment none = limiting(new TimeLimit.Remove());

    assertThat(longer.of(BEFORE).timeout()).isEqualTo(HOUR);
    assertThat(longer.of(MissionPolicies.DEFAULT).timeout()).isEqualTo(HOUR);
    assertThat(none.of(BEFORE))
        .isEqualTo(new MissionPolicies(MissedRun.ALL, 3, HOUR, Overlap.QUEUE, null));
    assertThat(none.of(MissionPolicies.DEFAULT)).isEqualTo(MissionPolicies.DEFAULT);
  }

  @Test
  void whatIsOutsideItsLimitsIsRefusedBeforeAnyMissionIsLookedAt() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new PolicyAmendment(null, 0, null, null, KEPT));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new PolicyAmendment(null, null, Duration.ofSeconds(59), null, KEPT));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new TimeLimit.Set(Duration.ZERO));
  }

  private static PolicyAmendment limiting(TimeLimit limit) {
    return new PolicyAmendment(null, null, null, null, limit);
  }
}
