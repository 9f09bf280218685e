package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code engine}, as the process that it is: what it answers, and how it exits. */
final class CommandProcessIT {

  @TempDir private Path folder;

  @Test
  void theDemoShowsWhatSurvivedTheResets() {
    Path project = folder.resolve("fleet");

    Shipped.Result demo = Shipped.engine(folder, "demo", "--in", project.toString());

    assertThat(demo.exitCode()).as(demo.err()).isZero();
    assertThat(demo.err()).isEmpty();
    assertThat(demo.out())
        .containsPattern("chief-[0-9-]{10} +2 +- .* idle")
        .containsPattern("builder-[0-9a-f]{8} .* needs permission")
        .containsPattern("deep-work-[0-9a-f]{8} +2 +1 notice .* active")
        .containsPattern("project-[0-9a-f]{8} .* running a tool")
        .containsPattern("idea-[0-9a-f]{8} .* active")
        .containsPattern("[0-9a-f]{8} +compact +- .* ended \\(clear\\)")
        .containsPattern("[0-9a-f]{8} +resume +[0-9a-f]{8} .* active")
        .containsPattern("chief-[0-9-]{10} +worker_complete +[0-9]+s +[0-9]+s +worker 3fa94c01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          session show XYZ            | 2 | session id must be 8 lower-case hex digits, got "XYZ"
          session list --role emperor | 2 | role must be one of chief, builder, deep-work, project, idea
          session show 0000beef       | 3 | ENG-1002 no session 0000beef
          conversation show nobody    | 3 | ENG-1002 no conversation nobody
          bogus                       | 2 | Unmatched argument at index 0: 'bogus'
          session                     | 2 | `engine session` needs one of: list, show, end, jump, status
          """)
  void wrongInputIsASentenceAndAnExitCode(String command, int exitCode, String sentence) {
    Path project = Shipped.project(folder);

    Shipped.Result result = Shipped.engine(project, command.split(" ", -1));

    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("engine: ").contains(sentence).doesNotContain("\tat ");
  }

  @Test
  void withoutAHomeItSaysHowToGetOne() {
    Shipped.Result result = Shipped.engine(folder, "status");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("`engine init` makes one").hasLineCount(1);
  }

  @Test
  void aMissingDatabaseIsNotAnEmptyOne() throws IOException {
    Files.createDirectories(folder.resolve(".engine"));

    Shipped.Result result = Shipped.engine(folder, "session", "list");

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).startsWith("engine: ENG-2001 there is no database at ");
  }

  @ParameterizedTest
  @CsvSource({"SQLite format 3, is not an SQLite database", "hello, is not an SQLite database"})
  void whatIsNoDatabaseIsRefused(String content, String sentence) throws IOException {
    Path file = folder.resolve(".engine/data/db/system.db");
    Files.createDirectories(file.getParent());
    Files.writeString(file, content.repeat(100));

    Shipped.Result result = Shipped.engine(folder, "status");

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).startsWith("engine: ENG-2002 ").contains(sentence).hasLineCount(1);
    assertThat(Files.readString(file)).isEqualTo(content.repeat(100));
  }

  @Test
  void uninstallLeavesTheSettingsAsTheyWere() throws IOException {
    Path settings = folder.resolve(".claude/settings.json");
    Files.createDirectories(settings.getParent());
    String before = "{\"model\":\"opus\",\n\t\"hooks\" : { } }\n";
    Files.writeString(settings, before);
    Shipped.project(folder);

    Shipped.Result result = Shipped.engine(folder, "uninstall", "--yes");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(Files.readString(settings)).isEqualTo(before);
  }

  @Test
  void statusLoadsNothingOfJooq() throws IOException {
    Path project = Shipped.project(folder);
    Path without = folder.resolve("without jOOQ");
    Shipped.run(
        folder,
        List.of("cp", "-rp", Shipped.DISTRIBUTION.toString(), without.toString()),
        "",
        Map.of());
    Files.delete(without.resolve("lib/org.jooq.jooq.jar"));
    Files.delete(without.resolve("lib/aot/engine.aot")); // it would have the classes

    Shipped.Result status =
        Shipped.run(project, List.of(without + "/bin/engine", "status"), "", Map.of());

    assertThat(status.exitCode()).as(status.err()).isZero();
  }

  @Test
  void anEventThatAPersonHandsOverIsStored() {
    Path project = Shipped.project(folder);
    String payload =
        """
        {"hook_event_name":"SessionStart","source":"startup","session_id":"a","cwd":"/tmp"}
        """;
    List<String> command = List.of(Shipped.DISTRIBUTION + "/bin/engine", "hook", "SessionStart");

    Shipped.Result stored = Shipped.run(project, command, payload, Map.of());
    Shipped.Result nonsense = Shipped.run(project, command, "nonsense", Map.of());

    assertThat(stored.exitCode()).as(stored.err()).isZero();
    assertThat(HookStore.of(project).sessionCount()).isOne();
    assertThat(nonsense.exitCode()).isZero();
    assertThat(nonsense.err()).startsWith("engine: ENG-1001 ").hasLineCount(1);
  }

  @Test
  void theDistributionRunsFromAnotherFolder() {
    Path moved = folder.resolve("moved here");
    Shipped.run(
        folder,
        List.of("cp", "-rp", Shipped.DISTRIBUTION.toString(), moved.toString()),
        "",
        Map.of());

    Shipped.Result version =
        Shipped.run(folder, List.of(moved + "/bin/engine", "version"), "", Map.of());

    assertThat(version.exitCode()).as(version.err()).isZero();
    assertThat(version.out()).matches("engine [0-9.]+ \\(Java .*\\)\n");
  }

  @Test
  void outputThatCannotBeWrittenIsNoSuccess() {
    Path project = Shipped.project(folder);
    String engine = Shipped.DISTRIBUTION.resolve("bin/engine").toString();

    Shipped.Result result =
        Shipped.run(
            project, List.of("bash", "-c", "\"$0\" status > /dev/full", engine), "", Map.of());

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).contains("ENG-2001 the output cannot be written");
  }
}
