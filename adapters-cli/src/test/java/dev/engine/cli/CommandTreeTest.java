package dev.engine.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class CommandTreeTest {

  private final CliRun cli = new CliRun();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ping",
        "ping list --limit 3",
        "ping --help",
        "ping bogus",
        "ping status",
        "--project=x ping list",
        "--project x ping list"
      })
  void aCommandIsBuiltWithoutTheOthers(String line) {
    CommandLine built = built(line);

    assertThat(built.getSubcommands()).containsOnlyKeys("ping");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--help",
        "--help ping",
        "-V",
        "help ping",
        "completion",
        "bogus",
        "bogus ping",
        "pin",
        "--bogus ping",
        "--project",
        "--project x",
        "--project ping",
        "--project ping status",
        "--project -x ping",
        "--project @x ping",
        "@x ping",
        "-- ping"
      })
  void allAreBuiltWhereItIsNotClearWhichIsNamed(String line) {
    CommandLine built = built(line);

    assertThat(built.getSubcommands()).containsKeys("init", "status", "ping", "help");
  }

  @Test
  void aCommandBuiltAloneExplainsItselfAsAmongAll() {
    CommandLine all = built("");

    SortedMap<String, String> alone = new TreeMap<>();
    for (String name : all.getSubcommands().keySet()) {
      collectUsages(requireNonNull(built(name).getSubcommands().get(name)), alone);
    }

    SortedMap<String, String> amongAll = new TreeMap<>();
    all.getSubcommands().values().forEach(command -> collectUsages(command, amongAll));
    assertThat(alone).isEqualTo(amongAll);
  }

  @Test
  void theProjectIsTakenFromBeforeTheCommand() {
    CliRun.Result result = cli.run("--project", "nowhere", "status");

    assertThat(result.err()).contains("/project/nowhere");
  }

  private CommandLine built(String line) {
    return CommandTree.of(new Cli.Injection(cli.context()), line.split(" "));
  }

  /** What each command and those below it say of themselves, by their names. */
  private static void collectUsages(CommandLine command, SortedMap<String, String> usages) {
    usages.put(command.getCommandSpec().qualifiedName(), command.getUsageMessage());
    command.getSubcommands().values().forEach(below -> collectUsages(below, usages));
  }
}
