package dev.engine.host;

import dev.engine.domain.host.Processes;
import dev.engine.domain.session.ProcessIdentity;

/** The first process of a pane; whatever runs in the pane is below it. */
record PaneProcess(long pid) {

  /** Whether {@code client} still runs, and was started in the pane. */
  boolean isAbove(ProcessIdentity client, Processes processes) {
    boolean isThere = processes.find(client.pid()).filter(client::isSameAs).isPresent();
    return isThere
        && (client.pid() == pid
            || processes.ancestors(client.pid()).stream().anyMatch(each -> each.pid() == pid));
  }
}
