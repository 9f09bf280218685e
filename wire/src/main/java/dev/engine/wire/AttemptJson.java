package dev.engine.wire;

import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.Attempt.State;
import dev.engine.domain.worker.AttemptOutcome;
import dev.engine.domain.worker.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One try at the work of a worker, on the wire; what is not known is absent. */
public record AttemptJson(
    @Description("counts all attempts of the worker, from 1") int number,
    @Description("what its client calls its session") ClaudeSessionId claudeSessionId,
    @Description("of its process") @Nullable Long pid,
    Instant startedAt,
    @Description("absent while it goes on") @Nullable Instant finishedAt,
    @Nullable AttemptOutcome outcome,
    @Description("0 to 255") @Nullable Integer exitCode,
    @Description("why it came to nothing, in words") @Nullable String error,
    @Description("US dollars") @Nullable Double costUsd,
    @Description("all that went in and came out") @Nullable Long tokens) {

  public static AttemptJson of(Attempt attempt) {
    return switch (attempt.state()) {
      case State.Underway underway -> of(attempt, null);
      case State.Ended ended -> of(attempt, ended);
    };
  }

  private static AttemptJson of(Attempt attempt, State.@Nullable Ended ended) {
    ProcessIdentity process = attempt.process();
    Usage usage = ended == null ? Usage.UNKNOWN : ended.usage();
    BigDecimal cost = usage.costUsd();
    return new AttemptJson(
        attempt.id().number(),
        attempt.claudeSession(),
        process == null ? null : process.pid(),
        attempt.startedAt(),
        ended == null ? null : ended.at(),
        ended == null ? null : ended.outcome(),
        ended == null ? null : ended.exitCode(),
        ended == null ? null : ended.error(),
        cost == null ? null : cost.doubleValue(),
        usage.tokens());
  }
}
