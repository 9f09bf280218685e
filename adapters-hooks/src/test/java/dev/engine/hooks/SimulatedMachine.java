package dev.engine.hooks;

import dev.engine.domain.host.Processes;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.SessionExamples;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A machine on which clients run that are nobody's children. No number is given twice. */
final class SimulatedMachine implements Processes {

  private final Set<Long> running = new HashSet<>();
  private long last = 1_000;

  /** Starts a process and gives its number. */
  long start() {
    last++;
    running.add(last);
    return last;
  }

  void kill(long pid) {
    running.remove(pid);
  }

  boolean isRunning(long pid) {
    return running.contains(pid);
  }

  /** The surroundings of every client on it. */
  Surroundings surroundings() {
    return new Surroundings(this, client -> Optional.empty(), () -> ZoneOffset.UTC);
  }

  /** All have run for long, so that no step of the clock brings their start into the future. */
  @Override
  public Optional<ProcessIdentity> find(long pid) {
    return isRunning(pid)
        ? Optional.of(new ProcessIdentity(pid, SessionExamples.NOON.minus(Duration.ofDays(100))))
        : Optional.empty();
  }

  @Override
  public List<ProcessIdentity> ancestors(long pid) {
    return List.of();
  }
}
