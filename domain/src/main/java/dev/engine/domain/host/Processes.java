package dev.engine.domain.host;

import dev.engine.domain.session.ProcessIdentity;
import java.util.List;
import java.util.Optional;

/** The processes of this machine. */
public interface Processes {

  /** The process with number {@code pid}, if there is one now. */
  Optional<ProcessIdentity> find(long pid);

  /** The processes above {@code pid}, its parent at the front; empty if it is not there. */
  List<ProcessIdentity> ancestors(long pid);
}
