package dev.engine.app;

import dev.engine.domain.Storage;
import dev.engine.domain.host.Pauses;
import dev.engine.domain.id.HexId;
import dev.engine.domain.install.HomeFolder;
import dev.engine.services.loop.Loop;
import dev.engine.services.loop.Loop.Rest;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Sees now and then whether events still arrive by the hooks that are installed: a settings file
 * that somebody has changed makes no other sign. What it finds is remembered, and waits for the
 * person while it is bad.
 *
 * <p>Runs in one thread at a time. Its first round does nothing: an engine has more to do when it
 * starts, and many do not run for long.
 */
final class CanaryWatch implements Loop.Work {

  private final HomeFolder home;
  private final Supplier<InstalledHooks> installed;
  private final Storage storage;
  private final Pauses pauses;
  private final RandomGenerator random;
  private boolean hasStarted;

  CanaryWatch(
      HomeFolder home,
      Supplier<InstalledHooks> installed,
      Storage storage,
      Pauses pauses,
      RandomGenerator random) {
    this.home = home;
    this.installed = installed;
    this.storage = storage;
    this.pauses = pauses;
    this.random = random;
  }

  @Override
  public Rest run() {
    if (hasStarted) {
      new ProjectCanaries(installed, home.project(), storage, pauses, HexId.random(random)).fly();
    }
    hasStarted = true;
    return Rest.NOTHING_LEFT;
  }
}
