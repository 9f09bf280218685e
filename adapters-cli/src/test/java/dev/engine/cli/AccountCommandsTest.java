package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.account.Account;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AccountCommandsTest {

  private final CliRun cli = new CliRun();

  @Test
  void addKeepsWhatItMayBeUsedFor() {
    CliRun.Result result = add("--name", "Ada", "--can", "send,read");

    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0, "account %s (enabled): google email ada@example.com\n".formatted(id()), ""));
    assertThat(cli.runOnTerminal("account", "list").out())
        .isEqualTo(
            """
            ACCOUNT   PROVIDER  KIND   USE      CAN        ADDRESS          NAME
            %s  google    email  enabled  read,send  ada@example.com  Ada
            """
                .formatted(id()));
  }

  @Test
  void listAsJsonHasEverything() {
    add();

    CliRun.Result result = cli.run("account", "list", "--json");

    assertThat(result.out())
        .isEqualTo(
            """
            [ {
              "id" : "%s",
              "provider" : "google",
              "kind" : "email",
              "address" : "ada@example.com",
              "displayName" : "",
              "enabled" : true,
              "capabilities" : [ ],
              "createdAt" : "2026-01-05T12:03:00Z",
              "updatedAt" : "2026-01-05T12:03:00Z"
            } ]
            """
                .formatted(id()));
  }

  @Test
  void disableAndEnableSayHowItStands() {
    add();

    CliRun.Result disabled = cli.run("account", "disable", id());
    CliRun.Result enabled = cli.run("account", "enable", id());

    assertThat(disabled.out())
        .isEqualTo("account %s (disabled): google email ada@example.com\n", id());
    assertThat(enabled.out())
        .isEqualTo("account %s (enabled): google email ada@example.com\n", id());
  }

  @Test
  void addingOneTwiceIsExitCode4() {
    add();

    CliRun.Result again = add();

    assertThat(again)
        .isEqualTo(
            new CliRun.Result(
                4,
                "",
                "engine: ENG-1003 account %s is google email ada@example.com already\n"
                    .formatted(id())));
  }

  @Test
  void aWrongCapabilityIsExitCode2() {
    CliRun.Result result = add("--can", "Send Mail");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("capability must be 1 to 64 lower-case letters");
  }

  private CliRun.Result add(String... options) {
    Stream<String> args = Stream.of("account", "add", "google", "email", "ada@example.com");
    return cli.run(Stream.concat(args, Stream.of(options)).toArray(String[]::new));
  }

  private String id() {
    Account account = cli.storage().accounts().list(Page.FIRST).items().getFirst();
    return account.id().value();
  }
}
