package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.cli.CliRun.Result;
import dev.engine.domain.host.SimulatedPrograms;
import dev.engine.domain.host.WorkerPrograms.Launch;
import dev.engine.domain.host.WorkerPrograms.Promise;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ServingCommandsTest {

  private static final HomeFolder HOME = HomeFolder.of(Path.of("/project"));
  private static final URI LINK = URI.create("http://127.0.0.1:43117/open?code=once");

  private final CliRun cli = new CliRun();

  @Test
  void upSetsUpStartsAndSaysHowToGoOn() {
    Result result = cli.run("up", "--yes");

    assertThat(result)
        .isEqualTo(
            new Result(
                0,
                """
                Engine is set up in /project.
                An engine serves /project now: process 4242, on 127.0.0.1:43117.
                  open once      http://127.0.0.1:43117/open?code=once
                  again          engine dashboard --project /project
                  next           start Claude Code in /project, then: engine status
                  stop           engine down --project /project
                """,
                ""));
    assertThat(cli.machine().folders().exists(HOME)).isTrue();
  }

  @Test
  void upAgainStartsNoSecondOne() {
    cli.run("up", "--yes");

    Result result = cli.run("up");

    assertThat(result.out())
        .startsWith("An engine serves /project already: process 4242, on 127.0.0.1:43117.\n");
    assertThat(cli.machine().engines().started()).hasSize(1);
  }

  @Test
  void upDoesNotSetUpUnasked() {
    Result result = cli.run("up");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("say --yes if you want it");
    assertThat(cli.machine().folders().exists(HOME)).isFalse();
  }

  @Test
  void upAsksAndTakesNoForAnAnswer() {
    Result result = cli.piping("n\n").runOnTerminal("up");

    assertThat(result.out()).contains("Set Engine up in /project? [y/N] ", "Nothing was changed.");
    assertThat(cli.machine().engines().started()).isEmpty();
  }

  @Test
  void upSaysWhyItDoesNotStart() {
    cli.machine().engines().breakDown("engine: ENG-1003 port 80 is taken");

    Result result = cli.run("up", "--yes");

    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(result.err())
        .startsWith(
            "engine: ENG-3002 the engine did not get ready: engine: ENG-1003 port 80 is taken; ");
  }

  @Test
  void upInTheForegroundServesItself() {
    Result result = cli.run("up", "--yes", "--foreground");

    assertThat(result.out()).contains("Engine serves /project on http://127.0.0.1:43117/;");
    assertThat(cli.machine().served()).containsExactly(new ServeRun.Options(null, null, null));
    assertThat(cli.machine().engines().started()).isEmpty();
  }

  @Test
  void serveSaysOnOneLineWhereAndHowToOpenIt() {
    Result result =
        cli.run("serve", "--port", "8080", "--bind", "0.0.0.0", "--token-file", "secret");

    assertThat(result)
        .isEqualTo(
            new Result(
                0,
                "Engine serves /project on http://127.0.0.1:43117/; to open it: engine dashboard"
                    + " --project /project\n",
                ""));
    assertThat(cli.machine().served())
        .containsExactly(new ServeRun.Options(8080, "0.0.0.0", Path.of("/project/secret")));
  }

  @Test
  void downStopsTheEngine() {
    cli.run("up", "--yes");

    Result result = cli.run("down");

    assertThat(result)
        .isEqualTo(new Result(0, "The engine of /project has ended (process 4242).\n", ""));
    assertThat(cli.run("down")).isEqualTo(new Result(0, "No engine serves /project.\n", ""));
  }

  @Test
  void downEndsWorkersOnlyWhereItIsAskedTo() {
    Worker worker = WorkerExamples.spawned(cli.storage(), "compare", CliRun.NOW);
    AttemptId attempt = WorkerExamples.claimed(cli.storage(), CliRun.NOW).attempt().id();
    SimulatedPrograms workers = cli.machine().workers();
    workers.start(
        new Launch(
            attempt, List.of("claude"), worker.workspacePath(), "", Set.of(), Promise.NOTHING),
        () -> {});
    cli.run("down");
    int left = workers.all().size();

    Result result = cli.run("down", "--workers");

    assertThat(left).isOne();
    assertThat(result)
        .isEqualTo(
            new Result(
                0,
                """
                No engine serves /project.
                1 workers were ended; the next engine begins them again.
                """,
                ""));
    assertThat(workers.all()).isEmpty();
    assertThat(cli.run("down", "--workers").out()).endsWith("No worker was at work.\n");
  }

  @Test
  void anEngineThatDoesNotEndIsAFailure() {
    cli.run("up", "--yes");
    cli.machine().engines().takeTime(Duration.ofHours(1));

    Result result = cli.run("down", "--timeout", "1s");

    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(result.err())
        .isEqualTo(
            "engine: ENG-3002 the engine was asked to end and has not within 1 s: process 4242, on"
                + " 127.0.0.1:43117\n");
  }

  @Test
  void theDashboardIsOpenedWhereThereIsABrowser() {
    cli.run("up", "--yes");

    Result result = cli.run("dashboard");

    assertThat(result.out()).isEqualTo("The dashboard is open in the browser.\n");
    assertThat(cli.machine().opened()).containsExactly(LINK);
  }

  @Test
  void elseItsLinkIsPrinted() {
    cli.run("up", "--yes");
    cli.machine().removeBrowser();

    assertThat(cli.run("dashboard").out()).isEqualTo(LINK + "\n");
  }

  @Test
  void aPrintedLinkIsNotOpened() {
    cli.run("up", "--yes");

    Result result = cli.run("dashboard", "--print");

    assertThat(result.out()).isEqualTo(LINK + "\n");
    assertThat(cli.machine().opened()).isEmpty();
  }

  @Test
  void withoutAnEngineThereIsNoDashboard() {
    Result result = cli.run("dashboard", "--print");

    assertThat(result)
        .isEqualTo(
            new Result(3, "", "engine: ENG-1002 no running engine; `engine up` starts one\n"));
  }

  @Test
  void statusSaysWhoServes() {
    cli.run("up", "--yes");

    assertThat(cli.run("status").out())
        .contains("An engine serves it: process 4242, on 127.0.0.1:43117.\n");
    assertThat(cli.run("status", "--json").out())
        .contains("\"pid\" : 4242", "\"url\" : \"http://127.0.0.1:43117/\"");
  }

  @Test
  void aUnitCanBeLookedAtFirst() {
    Result result = cli.run("service", "install", "--dry-run");

    assertThat(result.out()).isEqualTo("# /units/project.unit\n[Unit]\nserve /project\n");
    assertThat(cli.run("service", "uninstall").out())
        .isEqualTo("There is no unit: /units/project.unit\n");
  }

  @Test
  void aUnitComesAndGoes() {
    List<String> said =
        List.of(
            cli.run("service", "install").out(),
            cli.run("service", "uninstall", "--dry-run").out(),
            cli.run("service", "uninstall").out());

    assertThat(said)
        .containsExactly(
            "The engine starts by itself: /units/project.unit\n",
            "Would delete /units/project.unit\n",
            "The engine does not start by itself any more.\n");
  }

  @Test
  void whatTheMachineWasNotToldIsLeftToThePerson() {
    cli.machine().units().makeDeaf();

    Result result = cli.run("service", "install");

    assertThat(result.out())
        .isEqualTo(
            """
            Written: /units/project.unit
            This failed; run it yourself: supervise now
            """);
  }
}
