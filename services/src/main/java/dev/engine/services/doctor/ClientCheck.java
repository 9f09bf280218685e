package dev.engine.services.doctor;

import dev.engine.domain.install.ClaudeClients;

/** That Claude Code is there. */
public final class ClientCheck implements Check {

  private final ClaudeClients clients;

  public ClientCheck(ClaudeClients clients) {
    this.clients = clients;
  }

  @Override
  public String name() {
    return "claude";
  }

  @Override
  public Finding look() {
    return clients
        .version()
        .<Finding>map(version -> new Finding.Pass("Claude Code " + version))
        .orElseGet(
            () ->
                new Finding.Warn(
                    "`claude --version` does not answer",
                    "put it on the PATH, or name it: `engine init --client-version V`"));
  }
}
