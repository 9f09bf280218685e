package dev.engine.domain.host;

import dev.engine.domain.session.Fate;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.TmuxServer;
import java.util.Optional;
import java.util.Set;

/** What this machine tells of processes and panes that were seen on it. */
public interface LifeSigns {

  /** What has become of {@code process}, as far as it can be proven from here. */
  Fate fateOf(ProcessIdentity process);

  /**
   * All panes of {@code server}, such as {@code %7}; none if its process is proven to be gone.
   * Empty if that very server does not answer and no more is known: one that hangs still has its
   * panes, and what answers in its place knows nothing of them.
   */
  Optional<Set<String>> panesOf(TmuxServer server);
}
