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
                held      kill-points   1,200 times tried
                          nothing acknowledged is lost
                left out  failing-calls strace is not installed
                          nothing acknowledged is lost
                """,
                ""));
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
                broken    kill-points   1,200 times tried
                          nothing acknowledged is lost
                          killed at pwrite64 7, in 'offer': a half state
                          again: engine chaos --only kill-points --seed 9 --for 10s
                """,
                ""));
  }

  @Test
  void isALineOfJsonForEachExperiment() {
    CliRun.Result result = cli.run("chaos", "--json");

    assertThat(result.out())
        .isEqualTo(
            """
            {"experiment":"kill-points","outcome":"held","invariant":"nothing acknowledged is lost","tries":1200,"kinds":{"offer":1200},"broken":[]}
            {"experiment":"failing-calls","outcome":"left_out","invariant":"nothing acknowledged is lost","reason":"strace is not installed"}
            """);
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
