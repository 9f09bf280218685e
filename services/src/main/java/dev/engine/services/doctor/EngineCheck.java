package dev.engine.services.doctor;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.ServingEngine;
import dev.engine.services.ServingControl;
import java.util.Optional;

/** That the engine that serves a home, if one does, can do its work. */
public final class EngineCheck implements Check {

  private final ServingControl serving;
  private final HomeFolder home;

  public EngineCheck(ServingControl serving, HomeFolder home) {
    this.serving = serving;
    this.home = home;
  }

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public Finding look() {
    Optional<ServingEngine> found = serving.find(home);
    if (found.isEmpty()) {
      return new Finding.Pass("none is running");
    }
    ServingEngine engine = found.get();
    String who = "process " + engine.process().pid();
    if (engine.endpoint() == null) {
      return new Finding.Warn(
          who + " serves and does not listen: it starts, or ends", "look again in a few seconds");
    }
    return serving.isReady(home, engine)
        ? new Finding.Pass(who + " is ready")
        : new Finding.Fail(
            who + " is not ready to work",
            "see in %s what is wrong; `engine down` and `engine up` start it anew"
                .formatted(home.log()));
  }
}
