package dev.engine.services.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.FakeEngines;
import dev.engine.services.ServingControl;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class EngineCheckTest {

  private static final HomeFolder HOME = HomeFolder.of(Path.of("/project"));

  private final FakeEngines machine = new FakeEngines(HOME);
  private final ServingControl control =
      new ServingControl(
          new ServingControl.Machine(machine, machine, machine, Path.of("/opt/engine/bin/engine")),
          machine.locks(),
          machine.files(),
          machine);
  private final Check check = new EngineCheck(control, HOME);

  @Test
  void noEngineHasToRun() {
    assertThat(check.look()).isEqualTo(new Finding.Pass("none is running"));
  }

  @Test
  void oneThatRunsIsReady() {
    control.start(HOME);

    assertThat(check.look()).isEqualTo(new Finding.Pass("process 4242 is ready"));
  }

  @Test
  void oneThatCannotDoItsWorkFails() {
    control.start(HOME);
    machine.makeUnfit();

    assertThat(check.look())
        .isEqualTo(
            new Finding.Fail(
                "process 4242 is not ready to work",
                "see in %s what is wrong; `engine down` and `engine up` start it anew"
                    .formatted(HOME.log())));
  }

  @Test
  void oneThatDoesNotListenYetIsLookedAtAgain() {
    machine.locks().take(HOME, FakeEngines.PROCESS);

    assertThat(check.look())
        .isEqualTo(
            new Finding.Warn(
                "process 4242 serves and does not listen: it starts, or ends",
                "look again in a few seconds"));
  }
}
