package dev.engine.app;

import dev.engine.cli.HookRun;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The distribution's {@code engine-hook}, in a process of its own. */
final class ShippedHook implements HookRun {

  private final Distribution distribution;

  ShippedHook(Distribution distribution) {
    this.distribution = distribution;
  }

  @Override
  public int run(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(distribution.hookCommand().toString());
    command.addAll(arguments);
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException missing) {
      throw new StorageUnavailable("cannot run " + command.getFirst(), missing);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a hook was running", stopped);
    }
  }
}
