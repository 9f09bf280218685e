package dev.engine.cli;

import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.Attempt.State;
import dev.engine.domain.worker.AttemptOutcome;
import dev.engine.domain.worker.Usage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the attempts of a worker look in a terminal. */
final class Attempts {

  private Attempts() {}

  static Table table(List<Attempt> attempts, Output output) {
    Table table = new Table("ATTEMPT", "OUTCOME", "BEGAN", "TOOK", "COST", "TOKENS", "ERROR");
    for (Attempt attempt : attempts) {
      switch (attempt.state()) {
        case State.Underway underway ->
            add(table, attempt, Cell.of("running", Tone.PASS), null, output);
        case State.Ended ended -> add(table, attempt, outcome(ended.outcome()), ended, output);
      }
    }
    return table;
  }

  private static void add(
      Table table, Attempt attempt, Cell outcome, State.@Nullable Ended ended, Output output) {
    Instant until = ended == null ? output.now() : ended.at();
    Usage usage = ended == null ? Usage.UNKNOWN : ended.usage();
    String error = ended == null ? null : ended.error();
    table.row(
        Cell.of(attempt.id().number(), Tone.ACCENT),
        outcome,
        output.ago(attempt.startedAt()),
        Cell.of(Ago.of(attempt.startedAt(), until)),
        usage.costUsd() == null ? none() : Cell.of("$" + usage.costUsd().toPlainString()),
        usage.tokens() == null ? none() : Cell.of("%,d".formatted(usage.tokens())),
        Cell.of(error == null ? "" : error));
  }

  private static Cell outcome(AttemptOutcome outcome) {
    return Cell.of(
        outcome,
        switch (outcome) {
          case COMPLETE -> Tone.NORMAL;
          case FAILED, TIMED_OUT -> Tone.FAIL;
          case CANCELLED, ASKED -> Tone.WARN;
          case RECLAIMED -> Tone.MUTED;
        });
  }

  private static Cell none() {
    return Cell.of("-", Tone.MUTED);
  }
}
