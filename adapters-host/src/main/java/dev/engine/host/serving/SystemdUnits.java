package dev.engine.host.serving;

import dev.engine.domain.host.Programs;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.StartupUnit;
import dev.engine.domain.serving.StartupUnits;
import java.nio.file.Path;
import java.util.List;

/** Units of the person's own systemd. */
public final class SystemdUnits implements StartupUnits {

  private final Path folder;
  private final Path engine;
  private final Path java;
  private final Supervisor systemctl;

  /**
   * @param folder where systemd looks for the person's units, such as {@code
   *     ~/.config/systemd/user}
   * @param engine the program to start, absolute
   * @param java the home of the JDK to run it with, absolute
   */
  public SystemdUnits(Path folder, Path engine, Path java, Programs programs) {
    this.folder = folder;
    this.engine = engine;
    this.java = java;
    this.systemctl = new Supervisor(programs);
  }

  @Override
  public StartupUnit preview(HomeFolder home) {
    return new StartupUnit(folder.resolve(unit(home)), text(home));
  }

  @Override
  public Switching install(HomeFolder home) {
    StartupUnit unit = preview(home);
    Supervisor.write(unit);
    return systemctl.tell(
        unit,
        List.of(
            List.of("systemctl", "--user", "daemon-reload"),
            List.of("systemctl", "--user", "enable", "--now", unit(home))));
  }

  @Override
  public Switching uninstall(HomeFolder home) {
    StartupUnit unit = preview(home);
    if (!Supervisor.isThere(unit)) {
      return new Switching.NotInstalled(unit);
    }
    Switching stopped =
        systemctl.tell(
            unit, List.of(List.of("systemctl", "--user", "disable", "--now", unit(home))));
    Supervisor.delete(unit);
    systemctl.tell(unit, List.of(List.of("systemctl", "--user", "daemon-reload")));
    return stopped;
  }

  private static String unit(HomeFolder home) {
    return UnitName.of(home) + ".service";
  }

  private String text(HomeFolder home) {
    return """
    [Unit]
    Description=Engine for %1$s

    [Service]
    Type=exec
    ExecStart=%2$s serve --project %3$s
    Environment=%4$s
    Restart=on-failure
    RestartSec=2
    # Wrong settings, a port that is taken, another engine on this database: again would be no better.
    RestartPreventExitStatus=2 4 6
    TimeoutStopSec=15
    # Workers outlive the engine, and the next one finds them.
    KillMode=process
    UMask=0077
    # What needs a file system of its own (PrivateTmp, ProtectSystem) is left out: tmux has its socket in
    # /tmp, and the sessions that the engine will start work in the person's own folders.
    NoNewPrivileges=yes
    LockPersonality=yes
    RestrictRealtime=yes
    SystemCallArchitectures=native

    [Install]
    WantedBy=default.target
    """
        .formatted(
            escaped(home.project().toString()),
            quoted(engine.toString()),
            quoted(home.project().toString()),
            quoted("ENGINE_JAVA_HOME=" + java));
  }

  /** A word as systemd reads it: {@code %} and {@code $} would stand for something else. */
  private static String quoted(String word) {
    return '"' + escaped(word).replace("\"", "\\\"").replace("$", "$$") + '"';
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "%%").replace("\n", "\\n");
  }
}
