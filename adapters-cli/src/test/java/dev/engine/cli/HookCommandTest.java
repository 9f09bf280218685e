package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HookCommandTest {

  private final CliRun cli = new CliRun();

  @Test
  void anEventGoesToTheHomeAround() {
    CliRun.Result result = cli.run("hook", "Stop");

    assertThat(result).isEqualTo(new CliRun.Result(0, "", ""));
    assertThat(cli.machine().hooked())
        .containsExactly(List.of("--home", "/project/.engine", "Stop"));
  }

  @Test
  void withoutAnEventThePayloadSaysWhichItIs() {
    cli.run("hook");

    assertThat(cli.machine().hooked()).containsExactly(List.of("--home", "/project/.engine"));
  }

  @Test
  void aClientNamesItsProject(@TempDir Path project) throws IOException {
    Files.createDirectory(project.resolve(".engine"));
    cli.with("ENGINE_HOME", "").with("CLAUDE_PROJECT_DIR", project.resolve("src").toString());

    cli.run("hook", "Stop");

    assertThat(cli.machine().hooked())
        .containsExactly(List.of("--home", project.resolve(".engine").toString(), "Stop"));
  }

  @Test
  void withoutAHomeTheProgramSaysWhatIsWrong() {
    cli.with("ENGINE_HOME", "").with("CLAUDE_PROJECT_DIR", "/no/such/project");

    cli.run("hook", "Stop");

    assertThat(cli.machine().hooked()).containsExactly(List.of("Stop"));
  }

  @Test
  void theExitCodeIsThatOfTheProgram() {
    cli.machine().hooksExitWith(7);

    assertThat(cli.run("hook", "Stop").exitCode()).isEqualTo(7);
  }
}
