package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.install.ClientVersion;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookRegistrations;
import dev.engine.domain.install.HookRegistrationsContract;
import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.HookStanding;
import dev.engine.domain.install.RegisteredHook;
import dev.engine.domain.install.SettingsEdit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaudeSettingsTest implements HookRegistrationsContract {

  private static final ClientVersion NEWEST = new ClientVersion(2, 1, 330);
  private static final Path COMMAND = Path.of("/opt/engine/bin/engine-hook");

  @TempDir private Path project;

  @TempDir private Path person;

  private ClaudeSettings settings;

  @BeforeEach
  void forThePerson() {
    settings = new ClaudeSettings(person.resolve("settings.json"));
  }

  @Override
  public HookRegistrations registrations() {
    return settings;
  }

  @Override
  public void enablePlugin() {
    try {
      Files.writeString(
          person.resolve("settings.json"), "{\"enabledPlugins\": {\"engine@engine\": true}}");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public HomeFolder home() {
    return HomeFolder.of(project);
  }

  @ParameterizedTest
  @MethodSource(SettingsCorpus.ALL)
  void unregisteringGivesBackEveryByte(String before) throws IOException {
    write(before);

    settings.register(setup(NEWEST));
    settings.register(new HookSetup(home(), Path.of("/moved/engine-hook"), null));
    settings.unregister(home());

    assertThat(read()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource(SettingsCorpus.ALL)
  void registeringTwiceIsRegisteringOnce(String before) throws IOException {
    write(before);
    settings.register(setup(NEWEST));
    String once = read();

    SettingsEdit again = settings.register(setup(NEWEST));

    assertThat(again).isEqualTo(new SettingsEdit.Unchanged(file()));
    assertThat(read()).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource(SettingsCorpus.ALL)
  void everyTextEndsUpWithEveryHook(String before) throws IOException {
    write(before);

    settings.register(setup(NEWEST));

    assertThat(settings.inspect(home()).hooks())
        .extracting(RegisteredHook::event)
        .containsExactlyInAnyOrder(
            "SessionStart",
            "UserPromptSubmit",
            "PreToolUse",
            "PostToolUse",
            "PostToolUseFailure",
            "PostToolBatch",
            "PermissionRequest",
            "Notification",
            "Stop",
            "Stop", // one that hears of it, one that waits behind it
            "StopFailure",
            "SubagentStart",
            "SubagentStop",
            "PreCompact",
            "PostCompact",
            "SessionEnd");
  }

  @Test
  void withoutSettingsTheyAndTheirFolderGoAgain() {
    settings.register(setup(NEWEST));
    assertThat(file()).exists();

    settings.unregister(home());

    assertThat(project.resolve(".claude")).doesNotExist();
  }

  @Test
  void aFolderThatWasThereStays() throws IOException {
    Files.createDirectory(project.resolve(".claude"));
    settings.register(setup(NEWEST));

    settings.unregister(home());

    assertThat(project.resolve(".claude")).isEmptyDirectory();
  }

  @Test
  void aFolderThatOthersUseByNowStays() throws IOException {
    settings.register(setup(NEWEST));
    Files.createFile(project.resolve(".claude").resolve("notes.md"));

    settings.unregister(home());

    assertThat(file()).doesNotExist();
    assertThat(project.resolve(".claude").resolve("notes.md")).exists();
  }

  @Test
  void whatThePersonChangedMeanwhileStays() throws IOException {
    write("{\n  \"model\": \"opus\"\n}\n");
    settings.register(setup(NEWEST));
    write(read().replace("opus", "haiku"));

    settings.unregister(home());

    assertThat(read()).isEqualTo("{\n  \"model\": \"haiku\"\n}\n");
  }

  @Test
  void whatThePersonAddedAfterOursStays() throws IOException {
    write("{\n  \"model\": \"opus\"\n}\n");
    settings.register(setup(NEWEST));
    write(read().replaceFirst("}\n$", "  ,\"x\": 1\n}\n"));

    settings.unregister(home());

    assertThat(read()).isEqualTo("{\n  \"model\": \"opus\"\n  ,\"x\": 1\n}\n");
  }

  @Test
  void whatThePersonAddedToOursStays() throws IOException {
    settings.register(setup(NEWEST));
    write(read().replaceFirst("\n}\n$", ",\n  \"x\": 1\n}\n"));

    settings.unregister(home());

    assertThat(read()).isEqualTo("{\n  \"x\": 1\n}\n");
  }

  @Test
  void settingsThatSomebodyElseHasEmptiedAreKept() throws IOException {
    settings.register(setup(NEWEST));
    write(read().strip());

    settings.unregister(home());

    assertThat(read()).isEqualTo("{}");
  }

  @Test
  void aKillBeforeTheSecondChangeLosesNothing() throws IOException {
    settings.register(setup(NEWEST));
    String once = read();
    settings.register(setup(new ClientVersion(2, 0, 76)));
    write(once); // as if the second change had ended after its receipt

    settings.unregister(home());

    assertThat(project.resolve(".claude")).doesNotExist();
  }

  @Test
  void aReceiptThatIsNoTextCountsAsNone() throws IOException {
    write("{\"model\": \"opus\"}");
    settings.register(setup(NEWEST));
    Files.write(receipt(), new byte[] {(byte) 0xff, '\n'});

    settings.unregister(home());

    assertThat(read()).isEqualTo("{\"model\": \"opus\"}");
  }

  @Test
  void newSettingsAreWrittenAsTheClientWritesThem() throws IOException {
    settings.register(setup(null));

    assertThat(read())
        .startsWith(
            """
            {
              "hooks": {
                "SessionStart": [
                  {
                    "hooks": [
                      {
                        "type": "command",
                        "command": "/opt/engine/bin/engine-hook",
                        "args": ["--home", "%1$s/.engine", "SessionStart"],
                        "timeout": 10
                      }
                    ]
                  }
                ],
            """
                .formatted(project))
        .contains(
            """
                "PreToolUse": [
                  {
                    "matcher": "*",
                    "hooks": [
                      {
                        "type": "command",
                        "command": "/opt/engine/bin/engine-hook",
                        "args": ["--home", "%1$s/.engine", "PreToolUse"],
                        "async": true,
                        "timeout": 10
                      }
                    ]
                  }
                ],
            """
                .formatted(project))
        .endsWith("]\n  }\n}\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void oneLineStaysOneLine() throws IOException {
    write("{\"model\":\"opus\"}");

    settings.register(setup(NEWEST));

    assertThat(read())
        .startsWith(
            "{\"model\":\"opus\",\"hooks\":{\"SessionStart\":[{\"hooks\":[{\"type\":\"command\",")
        .doesNotContain("\n", ": ");
  }

  @Test
  void aClientOfUnknownVersionGetsOnlyEventsThatAllKnow() {
    settings.register(setup(null));

    assertThat(settings.inspect(home()).hooks())
        .extracting(RegisteredHook::event)
        .containsExactly(
            "SessionStart",
            "UserPromptSubmit",
            "PreToolUse",
            "PostToolUse",
            "PermissionRequest",
            "Notification",
            "Stop",
            "SubagentStop",
            "PreCompact",
            "SessionEnd");
  }

  @Test
  void behindAStopAHookWaitsInTheBackgroundForHours() throws IOException {
    settings.register(setup(NEWEST));

    assertThat(read())
        .containsOnlyOnce("asyncRewake")
        .containsIgnoringWhitespaces(
            """
            {
              "type": "command",
              "command": "%s",
              "args": ["--home", "%s", "--wait", "Stop"],
              "asyncRewake": true,
              "timeout": 28800
            }
            """
                .formatted(COMMAND, home()));
  }

  @Test
  void theFirstClientThatWasSeenToSendThemGetsTheLateEvents() throws IOException {
    settings.register(setup(new ClientVersion(2, 1, 197)));

    assertThat(settings.inspect(home()).hooks())
        .hasSize(15)
        .extracting(RegisteredHook::event)
        .contains("PostToolUseFailure", "PostToolBatch", "PostCompact");
    assertThat(read()).doesNotContain("--awaited");
  }

  /** Its answer alone could tell a model something in the middle of a turn. */
  @Test
  void aClientWithoutThemWaitsForEachTool() throws IOException {
    settings.register(setup(new ClientVersion(2, 1, 196)));

    assertThat(settings.inspect(home()).hooks()).hasSize(10);
    assertThat(read()).containsOnlyOnce("--awaited").contains("\"--awaited\", \"PostToolUse\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.0.76", "2.1.197", "2.1.329"})
  void noHookWaitsBehindAClientThatMayNotLetItWait(String version) throws IOException {
    settings.register(setup(ClientVersion.of(version)));
    String older = read();
    settings.register(setup(null));

    assertThat(older + read()).doesNotContain("--wait", "asyncRewake");
  }

  @Test
  void anOlderClientLosesTheEventsItDoesNotKnow() {
    settings.register(setup(NEWEST));

    settings.register(setup(new ClientVersion(2, 0, 76)));

    assertThat(settings.inspect(home()).hooks())
        .hasSize(10)
        .extracting(RegisteredHook::event)
        .doesNotContain("PostToolBatch", "StopFailure");
  }

  @Test
  void aClientThatKnowsNoArgumentsGetsALineForItsShell() throws IOException {
    Path command = Path.of("/opt/my engine/bin/engine-hook");

    settings.register(new HookSetup(home(), command, new ClientVersion(2, 1, 138)));

    assertThat(read())
        .contains(
            "\"command\": \"'/opt/my engine/bin/engine-hook' --home %s/.engine SessionStart\""
                .formatted(project))
        .doesNotContain("args", "async");
    assertThat(settings.inspect(home()).hooks().getFirst().command()).isEqualTo(command);
  }

  @Test
  void aPathThatAShellWouldSplitIsQuotedUnlessTheClientIsKnown() throws IOException {
    Path command = Path.of("/opt/my engine/bin/engine-hook");

    settings.register(new HookSetup(home(), command, null));
    assertThat(read()).contains("\"command\": \"'/opt/my engine/").doesNotContain("args");

    settings.register(new HookSetup(home(), command, NEWEST));
    assertThat(read()).contains("\"command\": \"/opt/my engine/bin/engine-hook\"", "args");
  }

  @Test
  void hooksOfAMovedProjectAreReplaced() throws IOException {
    settings.register(setup(NEWEST));
    write(read().replace(home().toString(), "/somewhere/else/.engine"));

    settings.register(setup(NEWEST));

    assertThat(settings.inspect(home()).hooks())
        .hasSize(16)
        .extracting(RegisteredHook::home)
        .containsOnly(home().path());
  }

  @Test
  void aHookOfOursInAGroupOfOthersIsTakenOutOfIt() throws IOException {
    write(
        """
        {"hooks": {"Stop": [{"hooks": [
          {"type": "command", "command": "mine"},
          {"type": "command", "command": "/old/engine-hook --home /old/.engine Stop"}
        ]}]}}
        """);

    settings.unregister(home());

    assertThat(read())
        .isEqualTo(
            """
            {"hooks": {"Stop": [{"hooks": [
              {"type": "command", "command": "mine"}
            ]}]}}
            """);
  }

  @Test
  void aLinkIsFollowedAndStays() throws IOException {
    Path shared = Files.writeString(project.resolve("shared.json"), "{}");
    Files.createDirectory(project.resolve(".claude"));
    Files.createSymbolicLink(file(), shared);

    settings.register(setup(NEWEST));

    assertThat(file()).isSymbolicLink();
    assertThat(shared).content().contains("engine-hook");
  }

  @Test
  void theModeOfTheFileStays() throws IOException {
    write("{}");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-r--"));

    settings.register(setup(NEWEST));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-rw-r--");
  }

  @Test
  void nothingButTheSettingsIsLeftBeside() throws IOException {
    write("{}");

    settings.register(setup(NEWEST));

    assertThat(project.resolve(".claude")).isDirectoryContaining("glob:**/settings.json");
    assertThat(project.resolve(".claude").toFile().list()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "\"text\"",
        "{",
        "{} {}",
        "{\"a\": 1,}",
        "{\"a\": 01}",
        "// comment\n{}",
        "{\"hooks\": []}",
        "{\"hooks\": {\"Stop\": {}}}",
        "{\"a\": \"\n\"}",
        "{\"hooks\": {}, \"hooks\": {}}",
        "{\"hooks\": {\"Stop\": [1], \"Stop\": [2]}}"
      })
  void whatIsNoSettingsIsLeftAlone(String text) throws IOException {
    write(text);

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> settings.register(setup(NEWEST)))
        .withMessageStartingWith(file() + " was left as it is: ");
    assertThat(read()).isEqualTo(text);
  }

  @Test
  void aHookThatOursShadowsIsNotBroughtToLife() throws IOException {
    String repeated =
        """
        {"hooks": {
          "Stop": [{"hooks": [{"type": "command", "command": "theirs"}]}],
          "Stop": [{"hooks": [{"type": "command", "command": "/x/engine-hook --home /x Stop"}]}]
        }}
        """;
    write(repeated);

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> settings.unregister(home()))
        .withMessage(file() + " was left as it is: its \"hooks\" has \"Stop\" more than once");
    assertThat(read()).isEqualTo(repeated);
  }

  @Test
  void whatIsNoTextIsLeftAlone() throws IOException {
    byte[] latin = "{\"name\": \"J\u00f6rg\"}".getBytes(StandardCharsets.ISO_8859_1);
    write("{}");
    Files.write(file(), latin);

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> settings.register(setup(NEWEST)))
        .withMessageEndingWith("it is not UTF-8");
    assertThat(file()).hasBinaryContent(latin);
  }

  @Test
  void aLinkToNothingIsLeftAlone() throws IOException {
    Files.createDirectory(project.resolve(".claude"));
    Files.createSymbolicLink(file(), project.resolve("missing.json"));

    assertThatExceptionOfType(Conflict.class).isThrownBy(() -> settings.register(setup(NEWEST)));
    assertThat(project.resolve("missing.json")).doesNotExist();
  }

  @Test
  void aCommandThatIsGoneIsNotRunnable() {
    settings.register(setup(NEWEST));

    HookStanding standing = settings.inspect(home());

    assertThat(standing.hooks().getFirst())
        .isEqualTo(new RegisteredHook("SessionStart", COMMAND, home().path(), false));
  }

  @Test
  void aCommandThatIsThereIsRunnable() throws IOException {
    Path command = Files.createFile(project.resolve("engine-hook"));
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));

    settings.register(new HookSetup(home(), command, NEWEST));

    assertThat(settings.inspect(home()).hooks()).allMatch(RegisteredHook::isRunnable);
  }

  @Test
  void theSwitchThatTurnsAllHooksOffIsSeen() throws IOException {
    write("{\"disableAllHooks\": true}");
    assertThat(settings.inspect(home()).isSwitchedOff()).isTrue();

    write("{\"disableAllHooks\": false}");
    assertThat(settings.inspect(home()).isSwitchedOff()).isFalse();
  }

  private HookSetup setup(@Nullable ClientVersion client) {
    return new HookSetup(home(), COMMAND, client);
  }

  private Path file() {
    return project.resolve(".claude").resolve("settings.json");
  }

  private Path receipt() {
    return home().data().resolve("install").resolve("claude-settings.before");
  }

  private String read() throws IOException {
    return Files.readString(file());
  }

  private void write(String text) throws IOException {
    Files.createDirectories(project.resolve(".claude"));
    Files.writeString(file(), text);
  }
}
