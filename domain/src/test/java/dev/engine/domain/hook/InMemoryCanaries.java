package dev.engine.domain.hook;

import dev.engine.domain.journal.InMemoryJournal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Canaries} for the tests of everything above storage. */
public final class InMemoryCanaries implements Canaries {

  private final InMemoryJournal journal;
  private @Nullable CanaryResult last;

  public InMemoryCanaries(InMemoryJournal journal) {
    this.journal = journal;
  }

  @Override
  public synchronized CanaryResult record(int arrivedCount, List<String> lost, Instant at) {
    CanaryResult run = CanaryResult.following(last, arrivedCount, lost, at);
    journal.add(CanaryEvents.flown(run));
    last = run;
    return run;
  }

  @Override
  public synchronized Optional<CanaryResult> last() {
    return Optional.ofNullable(last);
  }
}
