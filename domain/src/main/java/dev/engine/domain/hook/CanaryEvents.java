package dev.engine.domain.hook;

import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What the journal is told of canaries, and what it remembers of them. */
public final class CanaryEvents {

  /** Every one of them arrived. */
  public static final EventKind ARRIVED = new EventKind("hooks.canary_arrived");

  /** At least one of them did not. */
  public static final EventKind LOST = new EventKind("hooks.canary_lost");

  /** What they fly through: all handlers of a project together. */
  public static final Subject HOOKS = new Subject(Subject.Kind.HOOKS, "canary");

  private CanaryEvents() {}

  /** What {@code run} tells. */
  public static Happening flown(CanaryResult run) {
    Facts facts =
        Facts.NONE
            .with("arrivedCount", run.arrivedCount())
            .with("lost", String.join(",", run.lost()))
            .withKnown("failingSince", run.failingSince());
    EventKind kind = run.lost().isEmpty() ? ARRIVED : LOST;
    return new Happening(run.at(), kind, null, null, HOOKS, facts);
  }

  /** The run that told {@code happening}. */
  public static CanaryResult run(Happening happening) {
    Facts facts = happening.facts();
    return new CanaryResult(
        happening.at(),
        facts.find("arrivedCount").map(Integer::parseInt).orElse(0),
        facts.find("lost").map(CanaryEvents::names).orElse(List.of()),
        facts.find("failingSince").map(Instant::parse).orElse(null));
  }

  private static List<String> names(String joined) {
    return Arrays.stream(joined.split(",")).filter(name -> !name.isEmpty()).toList();
  }
}
