package dev.engine.domain.host;

import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.ClientReport;
import java.util.Map;

/** The clients on this machine, asked what they do: it costs them more than an event does. */
public interface ClientReports {

  /**
   * What each live session's client says of it now. A session of which it says nothing that is
   * understood is left out, and all are if it cannot be asked: neither proves anything.
   */
  Map<ClaudeSessionId, ClientReport> now();
}
