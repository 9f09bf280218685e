package dev.engine.domain.toolcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.SessionId;
import dev.engine.domain.toolcall.ToolCall.Outcome;
import dev.engine.domain.toolcall.ToolCall.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ToolCallTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(1);
  private static final SessionId SESSION = new SessionId("0000000a");

  private final ToolCall running = ToolCall.first(use(ToolUse.Phase.STARTED), SESSION, NOON);

  @Test
  void itRunsUntilItIsDoneOrHasFailed() {
    assertThat(running.state()).isEqualTo(new State.Running());
    assertThat(running.after(use(ToolUse.Phase.DONE), LATER).state())
        .isEqualTo(new State.Finished(LATER, Outcome.DONE));
    assertThat(running.after(use(ToolUse.Phase.FAILED), LATER).state())
        .isEqualTo(new State.Finished(LATER, Outcome.FAILED));
  }

  @Test
  void theFirstEndStands() {
    ToolCall done = running.after(use(ToolUse.Phase.DONE), LATER);

    assertThat(done.after(use(ToolUse.Phase.FAILED), LATER.plusSeconds(1))).isEqualTo(done);
    assertThat(done.after(use(ToolUse.Phase.STARTED), LATER.plusSeconds(1))).isEqualTo(done);
  }

  @Test
  void aBeginningThatIsHeardOfLateMovesItsStart() {
    ToolCall done = ToolCall.first(use(ToolUse.Phase.DONE), SESSION, LATER);

    ToolCall both = done.after(use(ToolUse.Phase.STARTED), NOON);

    assertThat(both.startedAt()).isEqualTo(NOON);
    assertThat(both.state()).isEqualTo(done.state());
  }

  private static ToolUse use(ToolUse.Phase phase) {
    return new ToolUse(new ToolUseId("toolu_1"), "Bash", phase);
  }
}
