package dev.engine.cli;

import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "ack",
    description = "Take a ping out of attention without an answer. Doing so twice is harmless.",
    footer = {"", "Example: engine ping ack 3fa94c01"})
final class PingAckCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "ID", description = "Ping id, 8 hex digits.")
  private PingId id;

  PingAckCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Ping ping = context.engine().pings().acknowledge(id);
    context.output().line("ping %s: %s".formatted(ping.id(), Pings.stateName(ping.state())));
  }
}
