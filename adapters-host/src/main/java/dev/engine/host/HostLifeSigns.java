package dev.engine.host;

import dev.engine.domain.host.LifeSigns;
import dev.engine.domain.session.Fate;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.TmuxServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Life signs as the kernel and tmux tell them. For one thread. */
public final class HostLifeSigns implements LifeSigns {

  private final ProcProcesses processes;
  private final TmuxPanes panes;

  /**
   * Servers that have answered while they were seen in our own space of processes. The number alone
   * that a server had proves nothing: it may count in another space, or before a reboot.
   */
  private final Map<TmuxServer, ProcessIdentity> seen = new HashMap<>();

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
    Optional<Set<String>> answer = panes.panesOf(server);
    if (answer.isPresent()) {
      see(server);
      return answer;
    }
    return isGone(server) ? Optional.of(Set.of()) : Optional.empty();
  }

  /** What runs in its panes are its children, if both are where we are. */
  private void see(TmuxServer server) {
    if (!seen.containsKey(server)) {
      panes
          .processIn(server)
          .flatMap(process -> processes.ancestors(process).stream().findFirst())
          .filter(parent -> parent.pid() == server.pid())
          .ifPresent(process -> seen.put(server, process));
    }
  }

  private boolean isGone(TmuxServer server) {
    ProcessIdentity process = seen.get(server);
    return process != null && processes.fateOf(process) == Fate.GONE;
  }
}
