package dev.engine.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.EngineUnavailable;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.FakeEngines;
import dev.engine.domain.serving.ServingEngine;
import dev.engine.services.ServingControl.Starting;
import dev.engine.services.ServingControl.Stopping;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ServingControlTest {

  private static final HomeFolder HOME = HomeFolder.of(Path.of("/project"));
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final ServingEngine ENGINE =
      new ServingEngine(FakeEngines.PROCESS, FakeEngines.ENDPOINT);

  private final FakeEngines machine = new FakeEngines(HOME);
  private final ServingControl control =
      new ServingControl(
          new ServingControl.Machine(machine, machine, machine, Path.of("/opt/engine/bin/engine")),
          machine.locks(),
          machine.files(),
          machine);

  @Test
  void anEngineIsStartedAndWaitedFor() {
    Starting starting = control.start(HOME);

    assertThat(starting).isEqualTo(new Starting.Started(ENGINE));
    assertThat(machine.started())
        .containsExactly(
            List.of("/opt/engine/bin/engine", "serve", "--project", HOME.project().toString()));
  }

  @Test
  void oneThatServesIsNotStartedAgain() {
    control.start(HOME);

    Starting again = control.start(HOME);

    assertThat(again).isEqualTo(new Starting.WasServing(ENGINE));
    assertThat(machine.started()).hasSize(1);
  }

  @Test
  void whatItSaidLastIsWhyItDidNotStart() {
    machine.breakDown("engine: ENG-1003 port 80 is taken");

    assertThatThrownBy(() -> control.start(HOME))
        .isInstanceOf(EngineUnavailable.class)
        .hasMessageContaining("did not get ready: engine: ENG-1003 port 80 is taken; ")
        .hasMessageContaining(HOME.log().toString());
    assertThat(machine.passed()).isZero();
  }

  @Test
  void aStartThatTakesForEverIsGivenUp() {
    machine.takeTime(Duration.ofHours(1));

    assertThatThrownBy(() -> control.start(HOME)).isInstanceOf(EngineUnavailable.class);
    assertThat(machine.passed()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void aStoppedEngineHasEnded() {
    control.start(HOME);

    Stopping stopping = control.stop(HOME, LIMIT);

    assertThat(stopping).isEqualTo(new Stopping.Stopped(ENGINE));
    assertThat(control.find(HOME)).isEmpty();
  }

  @Test
  void whereNoneServesNothingIsStopped() {
    assertThat(control.stop(HOME, LIMIT)).isEqualTo(new Stopping.NotServing());
  }

  @Test
  void anEngineThatDoesNotEndInTimeIsStillThere() {
    control.start(HOME);
    machine.takeTime(Duration.ofHours(1));

    Stopping stopping = control.stop(HOME, LIMIT);

    assertThat(stopping).isEqualTo(new Stopping.StillThere(ENGINE));
  }

  @Test
  void aRunningEngineGivesALink() {
    control.start(HOME);

    URI link = control.dashboardLink(HOME);

    assertThat(link).isEqualTo(URI.create("http://127.0.0.1:43117/open?code=once"));
  }

  @Test
  void withoutAnEngineThereIsNoLink() {
    assertThatThrownBy(() -> control.dashboardLink(HOME))
        .isInstanceOf(NotFound.class)
        .hasMessageContaining("`engine up` starts one");
  }
}
