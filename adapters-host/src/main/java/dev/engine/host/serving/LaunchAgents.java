package dev.engine.host.serving;

import dev.engine.domain.host.Programs;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.StartupUnit;
import dev.engine.domain.serving.StartupUnits;
import java.nio.file.Path;
import java.util.List;

/** Agents of the person's launchd, on macOS. */
public final class LaunchAgents implements StartupUnits {

  private final Path folder;
  private final Path engine;
  private final Path java;
  private final Supervisor launchctl;

  /**
   * @param folder where launchd looks for the person's agents: {@code ~/Library/LaunchAgents}
   * @param engine the program to start, absolute
   * @param java the home of the JDK to run it with, absolute
   */
  public LaunchAgents(Path folder, Path engine, Path java, Programs programs) {
    this.folder = folder;
    this.engine = engine;
    this.java = java;
    this.launchctl = new Supervisor(programs);
  }

  @Override
  public StartupUnit preview(HomeFolder home) {
    return new StartupUnit(folder.resolve(label(home) + ".plist"), text(home));
  }

  @Override
  public Switching install(HomeFolder home) {
    StartupUnit unit = preview(home);
    Supervisor.write(unit);
    return launchctl.tell(
        unit, List.of(List.of("launchctl", "load", "-w", unit.file().toString())));
  }

  @Override
  public Switching uninstall(HomeFolder home) {
    StartupUnit unit = preview(home);
    if (!Supervisor.isThere(unit)) {
      return new Switching.NotInstalled(unit);
    }
    Switching stopped =
        launchctl.tell(unit, List.of(List.of("launchctl", "unload", "-w", unit.file().toString())));
    Supervisor.delete(unit);
    return stopped;
  }

  private static String label(HomeFolder home) {
    return "dev.engine." + UnitName.of(home);
  }

  private String text(HomeFolder home) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
    <plist version="1.0">
    <dict>
      <key>Label</key>
      <string>%s</string>
      <key>ProgramArguments</key>
      <array>
        <string>%s</string>
        <string>serve</string>
        <string>--project</string>
        <string>%s</string>
      </array>
      <key>EnvironmentVariables</key>
      <dict>
        <key>ENGINE_JAVA_HOME</key>
        <string>%s</string>
      </dict>
      <key>RunAtLoad</key>
      <true/>
      <key>KeepAlive</key>
      <dict>
        <key>SuccessfulExit</key>
        <false/>
      </dict>
      <key>ExitTimeOut</key>
      <integer>15</integer>
      <key>Umask</key>
      <integer>63</integer>
    </dict>
    </plist>
    """
        .formatted(
            escaped(label(home)),
            escaped(engine.toString()),
            escaped(home.project().toString()),
            escaped(java.toString()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
