package dev.engine.services.doctor;

import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.HookVia;
import dev.engine.domain.install.SettingsEdit;
import dev.engine.services.Installation;
import java.util.function.Supplier;

/** That HTTP hooks, where a person has some, lead to this engine. */
public final class PostedHooksCheck implements Check {

  private final Installation installation;
  private final Supplier<HookSetup> setup;

  /**
   * @param setup which hooks there should be; asked when the check is made
   */
  public PostedHooksCheck(Installation installation, Supplier<HookSetup> setup) {
    this.installation = installation;
    this.setup = setup;
  }

  @Override
  public String name() {
    return "http hooks";
  }

  @Override
  public Finding look() {
    HookSetup wanted = setup.get();
    if (wanted.via() != HookVia.HTTP) {
      return new Finding.Pass("none: each event is handed over by a command");
    }
    return installation.preview(wanted).getFirst() instanceof SettingsEdit.Unchanged
        ? new Finding.Pass("they lead to this engine; while it is down, their events are lost")
        : new Finding.Warn("they lead elsewhere, or show another token", "run `engine init`");
  }
}
