package dev.engine.domain.install;

import java.util.Optional;

/** The Claude Code client that is installed on this machine. */
public interface ClaudeClients {

  /** Its version; empty if there is none or it does not say so within 3 seconds. */
  Optional<ClientVersion> version();
}
