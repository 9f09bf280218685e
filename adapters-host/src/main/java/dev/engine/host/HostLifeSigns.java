package dev.engine.host;

import dev.engine.domain.host.LifeSigns;
import dev.engine.domain.session.Fate;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.TmuxServer;
import java.util.Optional;
import java.util.Set;

/** Life signs as the kernel and tmux tell them. */
public final class HostLifeSigns implements LifeSigns {

  private final ProcProcesses processes;
  private final TmuxPanes panes;

  public HostLifeSigns(ProcProcesses processes, TmuxPanes panes) {
    this.processes = processes;
    this.panes = panes;
  }

  @Override
  public Fate fateOf(ProcessIdentity process) {
    return processes.fateOf(process);
  }

  @Override
  public Optional<Set<String>> panesOf(TmuxServer server) {
    return panes.panesOf(server);
  }
}
