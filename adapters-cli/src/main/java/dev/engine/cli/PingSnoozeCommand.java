package dev.engine.cli;

import dev.engine.domain.TimeSpan;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "snooze",
    description = "Keep a ping out of attention for a while.",
    footer = {"", "Example: engine ping snooze 3fa94c01 2h"})
final class PingSnoozeCommand implements Runnable {

  private final Context context;

  @Parameters(index = "0", paramLabel = "ID", description = "Ping id, 8 hex digits.")
  private PingId id;

  @Parameters(index = "1", paramLabel = "FOR", description = "Such as 30m, 2h or 1d.")
  private TimeSpan pause;

  PingSnoozeCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Ping ping = context.engine().pings().snooze(id, pause);
    context.output().line("ping %s: snoozed for %s".formatted(ping.id(), pause));
  }
}
