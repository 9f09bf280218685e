package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.cli.ChaosRun.Wish;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ChaosCommandTest {

  private final CliRun cli = new CliRun();

  @Test
  void saysWhatHeldAndWhatWasLeftOut() {
    CliRun.Result result = cli.run("chaos");

    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0,
                """
                held      kill-points: 1,200 times tried
                          nothing acknowledged is lost
                          a kill took 310 ms
                left out  failing-calls: strace is not installed
                          nothing acknowledged is lost
                """,
                "seed 1, 2 experiments, each for about 90 s\n"));
    assertThat(cli.machine().chaos().wish()).isEqualTo(new Wish(1, Duration.ofMinutes(3), null));
  }

  @Test
  void saysWhatDidNotHoldAndHowToSeeItAgain() {
    cli.machine().chaos().breaks("killed at pwrite64 7, in 'offer': a half state");

    CliRun.Result result = cli.run("chaos", "--only", "kill-points", "--seed", "9", "--for", "10s");

    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                5,
                """
                broken    kill-points: 1,200 times tried
                          nothing acknowledged is lost
                          a kill took 310 ms
                          killed at pwrite64 7, in 'offer': a half state
                          again: engine chaos --only kill-points --seed 9 --for 10s
                """,
                "seed 9, 1 experiment, each for about 10 s\n"));
  }

  @Test
  void isALineOfJsonForEachExperiment() {
    CliRun.Result result = cli.run("chaos", "--json");

    assertThat(result.out())
        .isEqualTo(
            """
            {"seed":1,"experiment":"kill-points","outcome":"held","invariant":"nothing acknowledged is lost","tries":1200,"kinds":{"offer":1200},"figures":{"a kill took":"310 ms"},"broken":[]}
            {"seed":1,"experiment":"failing-calls","outcome":"left_out","invariant":"nothing acknowledged is lost","reason":"strace is not installed"}
            """);
  }

  @Test
  void somebodyWhoInterruptsItIsToldThatNothingIsLeft() {
    cli.machine().chaos().interrupt();

    CliRun.Result result = cli.runOnTerminal("chaos");

    assertThat(result.exitCode()).isEqualTo(130);
    assertThat(result.out()).contains("kill-points").doesNotContain("failing-calls");
    assertThat(result.err()).endsWith("Stopped: what it had made and started is gone.\n");
  }

  @Test
  void inANarrowTerminalNoLineIsCutOff() {
    CliRun.Result result = cli.runOnTerminalOf(40, "chaos");

    assertThat(result.out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
  }

  @Test
  void anExperimentThatIsNoneIsRefused() {
    CliRun.Result result = cli.run("chaos", "--only", "earthquake");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "engine: ENG-1001 experiment must be one of kill-points, failing-calls, got"
                + " \"earthquake\"\n");
  }
}
