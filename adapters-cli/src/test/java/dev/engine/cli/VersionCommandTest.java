package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VersionCommandTest {

  private final CliRun cli = new CliRun();

  @Test
  void itSaysWhichEngineAndWhichJavaThisIs() {
    assertThat(cli.run("version"))
        .isEqualTo(
            new CliRun.Result(0, "engine 0.0.0-test (Java %s)\n".formatted(Runtime.version()), ""));
  }

  @Test
  void aProgramIsToldBothApart() {
    assertThat(cli.run("version", "--json").out())
        .isEqualTo(
            """
            {
              "engine" : "0.0.0-test",
              "java" : "%s"
            }
            """
                .formatted(Runtime.version()));
  }
}
