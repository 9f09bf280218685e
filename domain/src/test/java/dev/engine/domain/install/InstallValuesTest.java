package dev.engine.domain.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InstallValuesTest {

  private static final HomeFolder HOME = HomeFolder.of(Path.of("/home/dev/project"));
  private static final Path PROGRAM = Path.of("/opt/engine/bin/engine-hook");

  @Test
  void aHomeIsAnAbsolutePath() {
    assertThat(new HomeFolder(Path.of("/home/dev/../dev/project/.engine"))).isEqualTo(HOME);
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new HomeFolder(Path.of("project/.engine")));
  }

  @Test
  void everyFileOfAHomeHasItsPlace() {
    assertThat(
            List.of(
                HOME.project(),
                HOME.settings(),
                HOME.database(),
                HOME.outputs(),
                HOME.endpoint(),
                HOME.token(),
                HOME.lock(),
                HOME.spool(),
                HOME.workerRuns(),
                HOME.workerSettings(),
                HOME.hookBreaker(),
                HOME.log()))
        .extracting(Path::toString)
        .containsExactly(
            "/home/dev/project",
            "/home/dev/project/.engine/config/engine.toml",
            "/home/dev/project/.engine/data/db/system.db",
            "/home/dev/project/.engine/data/outputs",
            "/home/dev/project/.engine/run/endpoint",
            "/home/dev/project/.engine/run/token",
            "/home/dev/project/.engine/run/lock",
            "/home/dev/project/.engine/run/spool",
            "/home/dev/project/.engine/run/workers",
            "/home/dev/project/.engine/run/worker-settings.json",
            "/home/dev/project/.engine/run/hook-breaker",
            "/home/dev/project/.engine/run/log/engine.log");
    assertThat(HOME.folders())
        .extracting(folder -> HOME.path().relativize(folder).toString())
        .containsExactly("", "config", "data", "data/db", "data/outputs", "run");
    assertThat(HOME).hasToString("/home/dev/project/.engine");
  }

  @Test
  void aHookIsRunByAnAbsolutePathToItsProgram() {
    assertThat(new HookSetup(HOME, Path.of("/opt/engine/./bin/engine-hook"), null))
        .isEqualTo(new HookSetup(HOME, PROGRAM, null, HookVia.COMMAND));
    for (String other : List.of("bin/engine-hook", "/opt/engine/bin/engine")) {
      assertThatExceptionOfType(InvalidInput.class)
          .isThrownBy(() -> new HookSetup(HOME, Path.of(other), null));
    }
  }

  @Test
  void thePluginCallsWhereNoSettingsDo() {
    RegisteredHook hook = new RegisteredHook("Stop", PROGRAM, HOME.path(), true);

    assertThat(new HookStanding(List.of(), false, true).isByPlugin()).isTrue();
    assertThat(new HookStanding(List.of(hook), false, true).isByPlugin()).isFalse();
    assertThat(HookStanding.NONE.isByPlugin()).isFalse();
  }

  @Test
  void aTokenIsNotShown() {
    assertThat(new PostTarget(20_000, "secret")).hasToString("PostTarget[20000, hidden]");
  }
}
