package dev.engine.host.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.StartupUnit;
import dev.engine.domain.serving.StartupUnits;
import dev.engine.domain.serving.StartupUnits.Switching;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartupUnitsTest {

  private static final HomeFolder HOME = HomeFolder.of(Path.of("/home/dev/50% \"new\" & $old"));
  private static final Path ENGINE = Path.of("/opt/engine 1/bin/engine");
  private static final Path JAVA = Path.of("/usr/lib/jvm/jdk-25");

  @TempDir private Path folder;

  private final List<String> told = new ArrayList<>();
  private boolean isObedient = true;

  @Test
  void theUnitOfSystemdHasAbsolutePathsThatItTakesAsTheyAre() {
    StartupUnit unit = systemd().preview(HOME);

    assertThat(unit.file().getFileName().toString())
        .matches("engine-50-new-old-[0-9a-f]{8}\\.service");
    assertThat(unit.text())
        .contains(
            "\nDescription=Engine for /home/dev/50%% \"new\" & $old\n",
            "\nExecStart=\"/opt/engine 1/bin/engine\" serve --project"
                + " \"/home/dev/50%% \\\"new\\\" & $$old\"\n",
            "\nEnvironment=\"ENGINE_JAVA_HOME=/usr/lib/jvm/jdk-25\"\n",
            "\nRestart=on-failure\n",
            "\nKillMode=process\n",
            "\nUMask=0077\n",
            "\nNoNewPrivileges=yes\n");
  }

  @Test
  void aPathCannotAddLinesToTheUnit() {
    HomeFolder hostile = HomeFolder.of(Path.of("/home/dev/a\nExecStartPre=/bin/evil"));

    StartupUnit unit = systemd().preview(hostile);

    assertThat(unit.text().lines()).noneMatch(line -> line.startsWith("ExecStartPre"));
  }

  @Test
  void twoHomesHaveTwoUnits() {
    Path one = systemd().preview(HomeFolder.of(Path.of("/a/project"))).file();

    assertThat(one).isNotEqualTo(systemd().preview(HomeFolder.of(Path.of("/b/project"))).file());
  }

  @Test
  void anInstalledUnitIsWrittenAndSwitchedOn() {
    Switching switching = systemd().install(HOME);

    StartupUnit unit = systemd().preview(HOME);
    assertThat(switching).isEqualTo(new Switching.Switched(unit));
    assertThat(unit.file()).hasContent(unit.text());
    assertThat(told)
        .containsExactly(
            "systemctl --user daemon-reload",
            "systemctl --user enable --now " + unit.file().getFileName());
  }

  @Test
  void whatSystemdWasNotToldIsSaid() {
    isObedient = false;

    Switching switching = systemd().install(HOME);

    StartupUnit unit = systemd().preview(HOME);
    assertThat(switching)
        .isEqualTo(new Switching.ToldNobody(unit, "systemctl --user daemon-reload"));
    assertThat(unit.file()).hasContent(unit.text());
  }

  @Test
  void anInstalledUnitCanBeTakenOutOnce() {
    systemd().install(HOME);
    told.clear();

    Switching switching = systemd().uninstall(HOME);

    StartupUnit unit = systemd().preview(HOME);
    assertThat(switching).isEqualTo(new Switching.Switched(unit));
    assertThat(unit.file()).doesNotExist();
    assertThat(told.getFirst()).startsWith("systemctl --user disable --now engine-");
    assertThat(systemd().uninstall(HOME)).isEqualTo(new Switching.NotInstalled(unit));
  }

  @Test
  void theAgentOfLaunchdIsXmlWithAbsolutePaths() {
    StartupUnit unit = launchd().preview(HOME);

    assertThat(unit.file().getFileName().toString())
        .matches("dev\\.engine\\.engine-50-new-old-[0-9a-f]{8}\\.plist");
    assertThat(unit.text())
        .contains(
            "<string>/opt/engine 1/bin/engine</string>",
            "<string>/home/dev/50% \"new\" &amp; $old</string>",
            "<string>/usr/lib/jvm/jdk-25</string>");
  }

  @Test
  void anAgentOfLaunchdComesAndGoes() {
    Switching installed = launchd().install(HOME);
    Switching uninstalled = launchd().uninstall(HOME);

    StartupUnit unit = launchd().preview(HOME);
    assertThat(List.of(installed, uninstalled)).containsOnly(new Switching.Switched(unit));
    assertThat(told)
        .containsExactly("launchctl load -w " + unit.file(), "launchctl unload -w " + unit.file());
    assertThat(unit.file()).doesNotExist();
  }

  private StartupUnits systemd() {
    return new SystemdUnits(folder, ENGINE, JAVA, this::ask);
  }

  private StartupUnits launchd() {
    return new LaunchAgents(folder, ENGINE, JAVA, this::ask);
  }

  private Optional<String> ask(List<String> command, Duration limit) {
    told.add(String.join(" ", command.subList(4, command.size())));
    return isObedient ? Optional.of("done") : Optional.empty();
  }
}
