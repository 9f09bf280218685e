package dev.engine.services.doctor;

import dev.engine.domain.install.HomeFolders;
import dev.engine.domain.install.HookRegistrations;
import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.HookStanding;
import dev.engine.domain.install.HookVia;
import dev.engine.domain.install.RegisteredHook;
import dev.engine.domain.install.SettingsEdit;
import java.util.Optional;
import java.util.function.Supplier;

/** That Claude Code calls Engine's hooks in this project, and that what it calls is there. */
public final class HooksCheck implements Check {

  private static final String INIT = "run `engine init`";

  private static final Finding SWITCHED_OFF =
      new Finding.Fail("disableAllHooks turns them off", "take it out of the settings");

  private final HomeFolders folders;
  private final HookRegistrations registrations;
  private final Supplier<HookSetup> setup;

  /**
   * @param setup which hooks there should be; asked when the check is made
   */
  public HooksCheck(
      HomeFolders folders, HookRegistrations registrations, Supplier<HookSetup> setup) {
    this.folders = folders;
    this.registrations = registrations;
    this.setup = setup;
  }

  @Override
  public String name() {
    return "hooks";
  }

  @Override
  public Finding look() {
    HookSetup wanted = setup.get();
    HookStanding standing = registrations.inspect(wanted.home());
    if (standing.isByPlugin()) {
      return standing.isSwitchedOff()
          ? SWITCHED_OFF
          : new Finding.Pass("those of the plugin; the settings of the project name none");
    }
    if (standing.hooks().isEmpty()) {
      return new Finding.Fail("no hook is registered", INIT);
    }
    Optional<RegisteredHook> broken =
        standing.hooks().stream().filter(hook -> !hook.isRunnable()).findFirst();
    if (broken.isPresent()) {
      return new Finding.Fail(broken.get().command() + " is not there or not executable", INIT);
    }
    return standing.isSwitchedOff() ? SWITCHED_OFF : compared(wanted, standing);
  }

  @Override
  public void repair() {
    HookSetup wanted = setup.get();
    boolean isWanted =
        wanted.via() != HookVia.PLUGIN
            && folders.exists(wanted.home()); // without one, a hook has nowhere to store
    if (isWanted && !(look() instanceof Finding.Pass)) {
      registrations.register(wanted);
    }
  }

  private Finding compared(HookSetup wanted, HookStanding standing) {
    boolean isAsWanted =
        registrations.previewRegister(wanted) instanceof SettingsEdit.Unchanged
            || (wanted.client() == null && isOurs(wanted, standing));
    return isAsWanted
        ? new Finding.Pass(
            "%d registered%s"
                .formatted(
                    standing.hooks().size(),
                    standing.hasPlugin() ? ", which the plugin leaves their events to" : ""))
        : new Finding.Warn("they are not what this engine would register", INIT);
  }

  /** Without a client to ask, nobody knows better than whoever registered them for one. */
  private static boolean isOurs(HookSetup wanted, HookStanding standing) {
    return standing.hooks().stream().allMatch(hook -> hook.command().equals(wanted.command()));
  }
}
