package dev.engine.services.doctor;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.StatusLines;

/** That the client's status line tells Engine how full contexts are. */
public final class StatusLineCheck implements Check {

  private static final String AGAIN = "`engine uninstall` and `engine init` put Engine's in front";

  private final StatusLines lines;
  private final HomeFolder home;

  public StatusLineCheck(StatusLines lines, HomeFolder home) {
    this.lines = lines;
    this.home = home;
  }

  @Override
  public String name() {
    return "status line";
  }

  @Override
  public Finding look() {
    return switch (lines.inspect(home)) {
      case OURS -> new Finding.Pass("it tells how full contexts are");
      case OUTDATED ->
          new Finding.Warn("your own has changed since, and is not shown", "run `engine init`");
      case FOREIGN ->
          new Finding.Warn("another is set: how full contexts are is told less well", AGAIN);
      case NONE -> new Finding.Warn("none is set: how full contexts are is told less well", AGAIN);
    };
  }
}
