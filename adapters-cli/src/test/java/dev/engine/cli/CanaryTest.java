package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.cli.CanaryRun.Flight.Arrived;
import dev.engine.cli.CanaryRun.Flight.Lost;
import dev.engine.domain.hook.Door;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class CanaryTest {

  private final CliRun cli = new CliRun();

  @Test
  void eachEventTellsHowItArrived() {
    cli.machine()
        .fly(
            new Arrived("SessionStart", Door.ENGINE, Duration.ofMillis(4), Duration.ofMillis(3)),
            new Arrived("Stop", Door.SPOOL, Duration.ofMillis(7), Duration.ofMillis(250)));

    CliRun.Result result = cli.run("doctor", "--canary");

    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0,
                """
                EVENT         ARRIVED    ANSWERED  STORED
                SessionStart  by engine  4.0 ms    3.0 ms
                Stop          by spool   7.0 ms    250.0 ms
                """,
                ""));
  }

  @Test
  void oneThatIsLostFails() {
    cli.machine()
        .fly(
            new Arrived("Stop", Door.SPOOL, Duration.ofMillis(7), Duration.ofMillis(250)),
            new Lost("SessionEnd", "engine: ENG-2001 no database"));

    CliRun.Result result = cli.run("doctor", "--canary");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.CONFLICT);
    assertThat(result.out()).contains("SessionEnd  no        engine: ENG-2001 no database  -");
  }

  @Test
  void withoutHooksNothingFlies() {
    CliRun.Result result = cli.run("doctor", "--canary");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.CONFLICT);
    assertThat(result.out()).isEqualTo("No hook is registered: run `engine init`.\n");
  }

  @Test
  void asJsonItSaysTheSame() {
    cli.machine()
        .fly(
            new Arrived("Stop", Door.ENGINE, Duration.ofMillis(4), Duration.ofMillis(3)),
            new Lost("SessionEnd", "no"));

    CliRun.Result result = cli.run("doctor", "--canary", "--json");

    assertThat(result.out())
        .isEqualToNormalizingNewlines(
            """
            [ {
              "event" : "Stop",
              "hasArrived" : true,
              "door" : "engine",
              "answeredMicros" : 4000,
              "storedMicros" : 3000
            }, {
              "event" : "SessionEnd",
              "hasArrived" : false,
              "said" : "no"
            } ]
            """);
  }
}
