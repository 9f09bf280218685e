package dev.engine.domain.worker;

import static dev.engine.domain.worker.WorkerExamples.NOON;
import static dev.engine.domain.worker.WorkerExamples.failure;
import static dev.engine.domain.worker.WorkerExamples.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.worker.Attempt.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class AttemptTest {

  private static final Instant END = NOON.plusSeconds(60);
  private static final AttemptId ID = new AttemptId(new WorkerId("0000000a"), 1);
  private static final ProcessIdentity PROCESS = new ProcessIdentity(73, NOON);

  private final Attempt begun = Attempt.begun(ID, new ClaudeSessionId("client"), NOON);

  @Test
  void itIsUnderwayUntilItEnds() {
    Attempt ended = begun.ended(failure("exit code 1"), AttemptOutcome.FAILED, END);

    assertThat(begun.isUnderway()).isTrue();
    assertThat(ended.isUnderway()).isFalse();
    assertThat(ended.state())
        .isEqualTo(new State.Ended(END, AttemptOutcome.FAILED, 1, "exit code 1", Usage.UNKNOWN));
  }

  @Test
  void theFirstEndStands() {
    Attempt ended = begun.ended(failure("exit code 1"), AttemptOutcome.FAILED, END);

    assertThat(ended.ended(succeeded("Done."), AttemptOutcome.COMPLETE, END)).isSameAs(ended);
  }

  @Test
  void itsProcessIsKnownOnceItWasLaunched() {
    assertThat(begun.by(PROCESS).process()).isEqualTo(PROCESS);
    assertThat(begun.by(PROCESS).ended(succeeded(""), AttemptOutcome.COMPLETE, END).process())
        .isEqualTo(PROCESS);
  }

  @Test
  void ofOneThatWasPutOffItIsKnownWhy() {
    AttemptEnd end = new AttemptEnd.PutOff("no memory", END);

    assertThat(begun.ended(end, end.outcome(), END).state())
        .isEqualTo(
            new State.Ended(END, AttemptOutcome.RECLAIMED, null, "no memory", Usage.UNKNOWN));
  }

  @Test
  void ofAnEndThatNobodySawNeitherCodeNorErrorIsKnown() {
    Attempt ended = begun.ended(new AttemptEnd.Reclaimed(), AttemptOutcome.RECLAIMED, END);

    assertThat(ended.state())
        .isEqualTo(new State.Ended(END, AttemptOutcome.RECLAIMED, null, null, Usage.UNKNOWN));
    assertThat(new AttemptEnd.TimedOut().outcome()).isEqualTo(AttemptOutcome.TIMED_OUT);
    assertThat(new AttemptEnd.TimedOut().exitCode()).isNull();
    assertThat(succeeded("Done.").error()).isNull();
  }
}
