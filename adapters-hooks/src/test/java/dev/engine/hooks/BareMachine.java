package dev.engine.hooks;

import dev.engine.domain.host.Processes;
import dev.engine.domain.session.ProcessIdentity;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A machine on which nothing can be found out. */
final class BareMachine implements Processes {

  /** The surroundings of every client on it. */
  static Surroundings surroundings() {
    return new Surroundings(new BareMachine(), client -> Optional.empty(), () -> ZoneOffset.UTC);
  }

  @Override
  public Optional<ProcessIdentity> find(long pid) {
    return Optional.empty();
  }

  @Override
  public List<ProcessIdentity> ancestors(long pid) {
    return List.of();
  }
}
