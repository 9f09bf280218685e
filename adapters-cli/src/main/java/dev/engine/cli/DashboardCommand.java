package dev.engine.cli;

import dev.engine.domain.host.Links.Opening;
import java.net.URI;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "dashboard",
    description = {
      "Open the dashboard of the running engine in the browser.",
      "The link works once, within a minute; after that the browser is known for some hours."
    },
    footer = {"", "Example: engine dashboard --print"})
final class DashboardCommand implements Runnable {

  private final Context context;

  @Option(names = "--print", description = "Only print the link.")
  private boolean isPrint;

  DashboardCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    URI link = context.program().serving().dashboardLink(context.home());
    if (isPrint || context.program().links().open(link) == Opening.NO_BROWSER) {
      context.output().line(link.toString());
    } else {
      context.output().line("The dashboard is open in the browser.");
    }
  }
}
