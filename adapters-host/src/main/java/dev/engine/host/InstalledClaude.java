package dev.engine.host;

import dev.engine.domain.host.Programs;
import dev.engine.domain.install.ClaudeClients;
import dev.engine.domain.install.ClientVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The Claude Code client on the search path. */
public final class InstalledClaude implements ClaudeClients {

  /** It is a program of 200 MB that may have to be read from disk first. */
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final Programs programs;

  public InstalledClaude(Programs programs) {
    this.programs = programs;
  }

  @Override
  public Optional<ClientVersion> version() {
    return programs.ask(List.of("claude", "--version"), LIMIT).flatMap(ClientVersion::leading);
  }
}
