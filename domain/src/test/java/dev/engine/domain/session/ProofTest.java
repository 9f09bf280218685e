package dev.engine.domain.session;

import static dev.engine.domain.session.SessionExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.Session.State;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ProofTest {

  static Stream<Arguments> reports() {
    State running = new State.Working(Activity.TOOL_ACTIVE);
    State thinking = new State.Working(Activity.ACTIVE);
    State idle = new State.Working(Activity.IDLE);
    State asking = new State.Waiting(Activity.TOOL_ACTIVE, Want.PERMISSION, NOON);
    State prompting = new State.Waiting(Activity.IDLE, Want.INPUT, NOON);
    State ended = new State.Ended(NOON, EndReason.OTHER);
    return Stream.of(
        Arguments.of(running, ClientReport.IDLE, Proof.REPORTED_IDLE),
        Arguments.of(thinking, ClientReport.IDLE, Proof.REPORTED_IDLE),
        Arguments.of(asking, ClientReport.IDLE, Proof.REPORTED_IDLE),
        Arguments.of(prompting, ClientReport.IDLE, null),
        Arguments.of(idle, ClientReport.IDLE, null),
        Arguments.of(ended, ClientReport.IDLE, null),
        Arguments.of(running, ClientReport.BUSY, null),
        Arguments.of(asking, ClientReport.BUSY, Proof.REPORTED_BUSY),
        Arguments.of(prompting, ClientReport.BUSY, Proof.REPORTED_BUSY),
        Arguments.of(running, ClientReport.WAITING, null),
        Arguments.of(asking, ClientReport.WAITING, null));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void aReportProvesWhatHasComeToItsEnd(
      State state, ClientReport report, @Nullable Proof expected) {
    assertThat(Proof.of(report, state)).isEqualTo(Optional.ofNullable(expected));
  }
}
