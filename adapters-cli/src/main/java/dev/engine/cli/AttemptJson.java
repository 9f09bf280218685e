package dev.engine.cli;

import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.Attempt.State;
import dev.engine.domain.worker.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One try at the work of a worker, on the wire. Times are ISO-8601 in UTC; what is not known is
 * absent.
 *
 * @param number counts all attempts of the worker, from 1
 * @param claudeSessionId what its client calls its session
 * @param finishedAt absent while it goes on
 * @param error why it came to nothing, in words
 * @param costUsd US dollars
 */
record AttemptJson(
    int number,
    String claudeSessionId,
    @Nullable Long pid,
    String startedAt,
    @Nullable String finishedAt,
    @Nullable String outcome,
    @Nullable Integer exitCode,
    @Nullable String error,
    @Nullable BigDecimal costUsd,
    @Nullable Long tokens) {

  static AttemptJson of(Attempt attempt) {
    return switch (attempt.state()) {
      case State.Underway underway -> of(attempt, null);
      case State.Ended ended -> of(attempt, ended);
    };
  }

  private static AttemptJson of(Attempt attempt, State.@Nullable Ended ended) {
    ProcessIdentity process = attempt.process();
    Usage usage = ended == null ? Usage.UNKNOWN : ended.usage();
    return new AttemptJson(
        attempt.id().number(),
        attempt.claudeSession().value(),
        process == null ? null : process.pid(),
        attempt.startedAt().toString(),
        ended == null ? null : ended.at().toString(),
        ended == null ? null : ended.outcome().wireName(),
        ended == null ? null : ended.exitCode(),
        ended == null ? null : ended.error(),
        usage.costUsd(),
        usage.tokens());
  }
}
