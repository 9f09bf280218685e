package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.cli.CliRun.Result;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookStanding;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class InstallCommandsTest {

  private static final HomeFolder HOME = HomeFolder.of(Path.of("/project"));

  private final CliRun cli = new CliRun();

  @Test
  void initSaysWhatItMade() {
    Result result = cli.run("init", "--yes");

    assertThat(result)
        .isEqualTo(
            new Result(
                0,
                """
                Engine is set up in /project.
                  home           /project/.engine, made
                  database       schema version 32, made
                  hooks          /project/settings, created
                  status line    /project/status line, created
                  tools          /project/.mcp.json, created
                  client         Claude Code 2.1.330
                """,
                ""));
    assertThat(cli.machine().hooks().inspect(HOME).hooks()).isNotEmpty();
  }

  @Test
  void initAgainSaysThatAllWasThere() {
    cli.run("init", "--yes");

    Result result = cli.run("init", "--yes");

    assertThat(result.out())
        .contains("/project/.engine, was there")
        .contains("schema version 32, was there")
        .contains("/project/settings, unchanged");
  }

  @Test
  void initAsJsonNamesEverything() {
    Result result = cli.run("init", "--yes", "--json", "--client-version", "2.0.76");

    assertThat(result.out())
        .contains(
            "\"project\" : \"/project\"",
            "\"/project/.engine/run\"",
            "\"change\" : \"made\"",
            "\"change\" : \"created\"",
            "\"clientVersion\" : \"2.0.76\"");
  }

  @Test
  void initViaHttpSaysWhoseSettingsItChanged() {
    Result result = cli.run("init", "--yes", "--via", "http");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("  hooks          /project/settings, created\n")
        .contains("  http hooks     /project/own settings, created\n");
    assertThat(cli.machine().posts().events(HOME)).isNotEmpty();
    assertThat(cli.run("uninstall", "--yes").out())
        .contains(
            "Settings: /project/own settings, deleted.", "Settings: /project/settings, deleted.");
  }

  @Test
  void initViaThePluginRegistersTheStatusLineAlone() {
    cli.run("init", "--yes");

    Result result = cli.run("init", "--yes", "--via", "plugin");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("  hooks          those of the plugin; /project/settings, deleted\n")
        .contains("  status line    /project/status line, unchanged\n")
        .contains("  tools          /project/.mcp.json, deleted\n");
    assertThat(cli.machine().hooks().inspect(HOME)).isEqualTo(HookStanding.NONE);
  }

  @Test
  void uninstallSaysThatThePluginGoesOn() {
    cli.run("init", "--yes");
    cli.machine().hooks().enablePlugin();

    Result result = cli.run("uninstall", "--yes");

    assertThat(result.out())
        .endsWith("Plugin: still there, and goes on: claude plugin uninstall engine@engine\n");
  }

  @Test
  void initViaHttpTakesAClientThatCan() {
    Result result = cli.run("init", "--yes", "--via", "http", "--client-version", "2.1.62");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("must be 2.1.63 or later, got \"2.1.62\"");
    assertThat(cli.machine().folders().exists(HOME)).isFalse();
  }

  @Test
  void aDryRunShowsTheDifferenceAndChangesNothing() {
    Result result = cli.run("init", "--dry-run");

    assertThat(result)
        .isEqualTo(
            new Result(
                0,
                """
                --- /dev/null
                +++ /project/status line
                @@ -0,0 +1,1 @@
                +/opt/engine/bin/engine-hook
                --- /dev/null
                +++ /project/.mcp.json
                @@ -0,0 +1,1 @@
                +engine
                --- /dev/null
                +++ /project/settings
                @@ -0,0 +1,1 @@
                +hooks of /opt/engine/bin/engine-hook for 2.1.330
                """,
                ""));
    assertThat(cli.machine().folders().exists(HOME)).isFalse();
    assertThat(cli.machine().hooks().inspect(HOME)).isEqualTo(HookStanding.NONE);
  }

  @Test
  void aDryRunOfNothingSaysSo() {
    cli.run("init", "--yes");

    Result result = cli.run("init", "--dry-run");

    assertThat(result.out()).isEqualTo("Nothing would change in /project/settings.\n");
  }

  @Test
  void initForAnotherClientShowsBothVersions() {
    cli.run("init", "--yes");

    Result result = cli.run("init", "--dry-run", "--client-version", "2.0.76");

    assertThat(result.out())
        .isEqualTo(
            """
            --- /project/settings
            +++ /project/settings
            @@ -1,1 +1,1 @@
            -hooks of /opt/engine/bin/engine-hook for 2.1.330
            +hooks of /opt/engine/bin/engine-hook for 2.0.76
            """);
  }

  @Test
  void withoutATerminalInitWantsToBeToldYes() {
    Result result = cli.run("init");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("engine: nobody can be asked here, so say --yes");
    assertThat(cli.machine().folders().exists(HOME)).isFalse();
  }

  @Test
  void onATerminalThePersonIsAsked() {
    Result result = cli.piping("Y \n").runOnTerminal("init");

    assertThat(result.out()).startsWith("Set Engine up in /project? [y/N] Engine is set up");
  }

  @Test
  void anythingButYesChangesNothing() {
    assertThat(cli.piping("\n").runOnTerminal("init").out()).endsWith("Nothing was changed.\n");
    assertThat(cli.piping("").runOnTerminal("init").out()).endsWith("Nothing was changed.\n");
    assertThat(cli.machine().folders().exists(HOME)).isFalse();
  }

  @Test
  void anotherProjectIsNamed() {
    cli.run("init", "--yes", "--project", "sub");

    assertThat(cli.machine().folders().exists(HomeFolder.of(Path.of("/project/sub")))).isTrue();
    assertThat(cli.machine().folders().exists(HOME)).isFalse();
  }

  @Test
  void aVersionThatIsNoneIsExitCode2() {
    Result result = cli.run("init", "--yes", "--client-version", "newest");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("client version must be three numbers such as 2.1.330");
  }

  @Test
  void uninstallKeepsTheDataAndSaysWhereItIs() {
    cli.run("init", "--yes");

    Result result = cli.run("uninstall", "--yes");

    assertThat(result)
        .isEqualTo(
            new Result(
                0,
                """
                Settings: /project/status line, deleted.
                Settings: /project/.mcp.json, deleted.
                Settings: /project/settings, deleted.
                Data: kept in /project/.engine; --purge deletes it.
                """,
                ""));
    assertThat(cli.machine().hooks().inspect(HOME)).isEqualTo(HookStanding.NONE);
    assertThat(cli.machine().folders().exists(HOME)).isTrue();
  }

  @Test
  void aPurgeAsksForBoth() {
    cli.run("init", "--yes");

    Result result = cli.piping("yes").runOnTerminal("uninstall", "--purge");

    assertThat(result.out())
        .isEqualTo(
            """
            Take Engine out of /project and delete /project/.engine with everything in it? [y/N] \
            Settings: /project/status line, deleted.
            Settings: /project/.mcp.json, deleted.
            Settings: /project/settings, deleted.
            Data: /project/.engine is deleted.
            """);
    assertThat(cli.machine().folders().exists(HOME)).isFalse();
  }

  @Test
  void aPurgeOfWhatIsNotOursIsExitCode4() {
    cli.machine().folders().makeForeign(HOME);

    Result result = cli.run("uninstall", "--purge", "--yes");

    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err())
        .isEqualTo("engine: ENG-1003 /project/.engine was not deleted: it is a link\n");
  }

  @Test
  void aDryUninstallChangesNothing() {
    cli.run("init", "--yes");

    Result result = cli.run("uninstall", "--dry-run");

    assertThat(result.out())
        .contains("--- /project/settings\n+++ /dev/null\n", "-hooks of /opt/engine");
    assertThat(cli.machine().hooks().inspect(HOME).hooks()).isNotEmpty();
  }

  @Test
  void doctorSaysWhatToDo() {
    cli.run("init", "--yes");
    cli.machine().folders().open(HOME.run());

    Result result = cli.run("doctor");

    assertThat(result)
        .isEqualTo(
            new Result(
                4,
                """
                pass  database   schema version 32
                fail  home       others can read or change /project/.engine/run
                                 run `engine doctor --fix`
                pass  hooks      3 registered
                warn  tmux       tmux does not answer
                                 install it, or give sessions their role by ENGINE_ROLE
                """,
                ""));
  }

  @Test
  void aTreatmentLeavesOnlyWarnings() {
    cli.run("init", "--yes");
    cli.machine().folders().open(HOME.run());

    Result result = cli.run("doctor", "--fix");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("pass  home").doesNotContain("fail");
  }

  @Test
  void aDatabaseThatDoesNotOpenIsExitCode5() {
    Result result = cli.run("doctor", "--json");

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.out())
        .contains("\"check\" : \"database\"", "\"outcome\" : \"fail\"", "\"remedy\" : ");
  }
}
