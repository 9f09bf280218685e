package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.content.Exhibit;
import dev.engine.domain.content.Kind;
import dev.engine.domain.content.Provenance;
import dev.engine.domain.content.SourceFile;
import dev.engine.domain.content.StagedFilter;
import dev.engine.domain.content.StagedItem;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.NotificationFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StageCommandsTest {

  private static final ConversationId CHIEF = new ConversationId("chief-2026-01-05");
  private static final Instant EARLIER = CliRun.NOW.minusSeconds(180);

  private final CliRun cli = new CliRun();

  @TempDir private Path folder;

  @BeforeEach
  void initialise() throws IOException {
    Files.createDirectory(folder.resolve(".engine"));
  }

  @Test
  void textIsStagedAsMarkdown() {
    CliRun.Result result =
        cli.run(
            "stage", "add", "--title", "The plan", "--conversation", "chief-2026-01-05", "# Plan");

    StagedItem item = only();
    assertThat(result)
        .isEqualTo(
            new CliRun.Result(0, "staged item %s (staged): The plan\n".formatted(item.id()), ""));
    assertThat(item)
        .isEqualTo(
            StagedItem.staged(
                item.id(),
                new Exhibit(Kind.MARKDOWN, "The plan", "# Plan"),
                new Provenance(CHIEF, null, null),
                CliRun.NOW,
                null));
  }

  @Test
  void theConversationAroundItIsToldIfNoneIsNamed() {
    cli.with("ENGINE_CONVERSATION_ID", "builder-0000000a").run("stage", "add", "--title", "a", "b");

    assertThat(only().provenance())
        .isEqualTo(Provenance.UNKNOWN.telling(new ConversationId("builder-0000000a")));
  }

  @Test
  void whatIsPipedInIsStaged() {
    cli.piping("{\"a\": 1}\n").run("stage", "add", "--title", "a", "--kind", "json", "-");

    StagedItem item = only();
    assertThat(item.kind()).isEqualTo(Kind.JSON);
    assertThat(cli.storage().stagedContent().body(item.id())).contains("{\"a\": 1}\n");
  }

  @Test
  void aFileIsStagedWithWhereItComesFrom() throws IOException {
    Files.writeString(folder.resolve("plan.md"), "hello");

    CliRun.Result result = addFile("--kind", "markdown", "--expires-in", "2h");

    StagedItem item = only();
    assertThat(result.exitCode()).isZero();
    assertThat(item)
        .isEqualTo(
            StagedItem.staged(
                item.id(),
                new Exhibit(Kind.MARKDOWN, "The plan", "hello"),
                Provenance.UNKNOWN.from(
                    new SourceFile(
                        "plan.md",
                        "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824")),
                CliRun.NOW,
                CliRun.NOW.plusSeconds(7_200)));
  }

  @Test
  void aFileIsShownAsItIsIfNothingElseIsSaid() throws IOException {
    Files.writeString(folder.resolve("plan.md"), "hello");

    addFile();

    assertThat(only().kind()).isEqualTo(Kind.FILE);
  }

  @Test
  void aFileThatIsNotThereIsExitCode3() {
    CliRun.Result result = addFile();

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).startsWith("engine: ENG-1002 no file " + folder.resolve("plan.md"));
  }

  @Test
  void whatDoesNotFitItsKindIsExitCode2() {
    CliRun.Result link =
        cli.run("stage", "add", "--title", "a", "--kind", "link", "javascript:alert(1)");
    CliRun.Result json = cli.run("stage", "add", "--title", "a", "--kind", "json", "{");

    assertThat(link.exitCode()).isEqualTo(2);
    assertThat(link.err()).contains("link must be an absolute http or https address");
    assertThat(json.exitCode()).isEqualTo(2);
    assertThat(json.err()).contains("body must be a JSON document");
  }

  @Test
  void listShowsWhatWaits() {
    StagedItem item = stage();
    StagedItem settled = stage();
    cli.run("stage", "dismiss", settled.id().value());

    CliRun.Result result = cli.runOnTerminal("stage", "list");

    assertThat(result.out())
        .isEqualTo(
            """
            ITEM      CONVERSATION      KIND      STATE  STAGED  TITLE
            %s  chief-2026-01-05  markdown  waits  3m      The plan
            """
                .formatted(item.id()));
    assertThat(cli.run("stage", "list", "--all").out()).contains("dismissed");
  }

  @Test
  void showSaysWhatItSays() {
    StagedItem item = stage();

    CliRun.Result result = cli.runOnTerminal("stage", "show", item.id().value());

    assertThat(result.out())
        .isEqualTo(
            """
            The plan
              kind           markdown
              conversation   chief-2026-01-05
              staged         2026-01-05T12:00:00Z

            # Plan
             [2J
            """);
  }

  @Test
  void showAsJsonHasTheBodyAsItIs() {
    StagedItem item = stage();

    CliRun.Result result = cli.run("stage", "show", item.id().value(), "--json");

    assertThat(result.out())
        .isEqualTo(
            """
            {
              "id" : "%s",
              "kind" : "markdown",
              "title" : "The plan",
              "state" : "staged",
              "conversationId" : "chief-2026-01-05",
              "stagedAt" : "2026-01-05T12:00:00Z",
              "body" : "# Plan\\n\\u001B[2J"
            }
            """
                .formatted(item.id()));
  }

  @Test
  void theConversationIsToldWhyAnItemWasRejected() {
    StagedItem item = stage();

    CliRun.Result result = cli.run("stage", "reject", item.id().value(), "--comment", "Too long.");

    assertThat(result.out())
        .isEqualTo("staged item %s (rejected): The plan\n".formatted(item.id()));
    assertThat(cli.storage().notifications().list(NotificationFilter.WAITING, Page.FIRST).items())
        .extracting(told -> told.notice().body())
        .containsExactly("Too long.");
    assertThat(cli.runOnTerminal("stage", "show", item.id().value()).out())
        .contains("  rejected       2026-01-05T12:03:00Z\n  comment        Too long.\n");
  }

  @Test
  void approvingWhatWasRejectedIsExitCode4() {
    StagedItem item = stage();
    cli.run("stage", "reject", item.id().value(), "--comment", "Too long.");

    CliRun.Result result = cli.run("stage", "approve", item.id().value());

    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                4,
                "",
                "engine: ENG-1003 staged item %s is rejected already\n".formatted(item.id())));
  }

  @Test
  void rejectingNeedsAReason() {
    assertThat(cli.run("stage", "reject", stage().id().value()).exitCode()).isEqualTo(2);
  }

  private CliRun.Result addFile(String... options) {
    Stream<String> args =
        Stream.of(
            "stage",
            "add",
            "--project",
            folder.toString(),
            "--title",
            "The plan",
            "--file",
            folder.resolve("plan.md").toString());
    return cli.run(Stream.concat(args, Stream.of(options)).toArray(String[]::new));
  }

  private StagedItem stage() {
    Exhibit exhibit = new Exhibit(Kind.MARKDOWN, "The plan", "# Plan\n\u001b[2J");
    return cli.storage()
        .stagedContent()
        .stage(exhibit, new Provenance(CHIEF, null, null), EARLIER, null);
  }

  private StagedItem only() {
    return cli.storage().stagedContent().list(StagedFilter.ALL, Page.FIRST).items().getFirst();
  }
}
