package dev.engine.host.serving;

import dev.engine.domain.host.Links;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Links opened by what the desktop has for it: {@code xdg-open}, or {@code open} on macOS. */
public final class DesktopLinks implements Links {

  /** An opener that has started a browser itself stays as long as that; then it has worked. */
  private static final long PATIENCE_SECONDS = 2;

  private final String system;
  private final Map<String, String> environment;

  /**
   * @param system the name of the operating system, as in {@code os.name}
   * @param environment tells whether there is a screen
   */
  public DesktopLinks(String system, Map<String, String> environment) {
    this.system = system;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Opening open(URI link) {
    return opener().map(opener -> run(opener, link)).orElse(Opening.NO_BROWSER);
  }

  private Optional<String> opener() {
    if (system.startsWith("Mac")) {
      return Optional.of("open");
    }
    boolean hasScreen =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    return hasScreen ? Optional.of("xdg-open") : Optional.empty();
  }

  private static Opening run(String opener, URI link) {
    try {
      Process process =
          new ProcessBuilder(opener, link.toString())
              .redirectInput(Redirect.from(new File("/dev/null")))
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      boolean hasEnded = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return hasEnded && process.exitValue() != 0 ? Opening.NO_BROWSER : Opening.OPENED;
    } catch (IOException noSuchProgram) {
      return Opening.NO_BROWSER;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Opening.NO_BROWSER;
    }
  }
}
