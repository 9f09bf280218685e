package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookPosts;
import dev.engine.domain.install.HookPostsContract;
import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.HookVia;
import dev.engine.domain.install.PostSetup;
import dev.engine.domain.install.PostTarget;
import dev.engine.domain.install.RegisteredHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ClaudeOwnSettingsTest implements HookPostsContract {

  @TempDir private Path project;

  private final ClaudeOwnSettings settings = new ClaudeOwnSettings();

  @Override
  public HookPosts posts() {
    return settings;
  }

  @Override
  public HomeFolder home() {
    return HomeFolder.of(project);
  }

  @ParameterizedTest
  @MethodSource(SettingsCorpus.ALL)
  void takingThemOutGivesBackEveryByte(String before) throws IOException {
    write(before);

    settings.register(setup(20_001));
    settings.register(setup(20_002));
    settings.unregister(home());

    assertThat(Files.readString(file())).isEqualTo(before);
  }

  @Test
  void whatHoldsTheTokenIsForItsOwnerAlone() throws IOException {
    write("{}\n");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-r--"));

    settings.register(setup(20_001));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aHandlerIsWhatTheClientNeedsToPost() throws IOException {
    settings.register(setup(20_001));

    assertThat(Files.readString(file()))
        .contains(
            """
                "PreToolUse": [
                  {
                    "matcher": "*",
                    "hooks": [
                      {
                        "type": "http",
                        "url": "http://127.0.0.1:20001/hooks/PreToolUse",
                        "headers": {
                          "Authorization": "Bearer %s",
                          "X-Engine-Hook": "1",
                          "X-Claude-Entrypoint": "$CLAUDE_CODE_ENTRYPOINT",
                          "X-Tmux": "$TMUX",
                          "X-Tmux-Pane": "$TMUX_PANE",
            """
                .formatted(TOKEN));
  }

  @Test
  void whatIsPostedIsNotRunAsWell() throws IOException {
    ClaudeSettings shared = new ClaudeSettings(project.resolve("no settings"));
    Path command = Path.of("/opt/engine/bin/engine-hook");
    shared.register(new HookSetup(home(), command, CLIENT));

    shared.register(new HookSetup(home(), command, CLIENT, HookVia.HTTP));
    settings.register(setup(20_001));

    assertThat(shared.inspect(home()).hooks())
        .extracting(RegisteredHook::event)
        .containsExactly("SessionStart", "Stop"); // what waits cannot be posted
    assertThat(settings.events(home())).hasSize(14).doesNotContain("SessionStart");
  }

  @Test
  void aHookOfSomebodyElseIsLeftAlone() throws IOException {
    String foreign =
        """
        {
          "hooks": {
            "Stop": [
              {"hooks": [{"type": "http", "url": "http://127.0.0.1:20001/hooks/Stop"}]}
            ]
          }
        }
        """;
    write(foreign);

    settings.unregister(home());

    assertThat(Files.readString(file())).isEqualTo(foreign);
    assertThat(settings.events(home())).isEmpty();
  }

  private PostSetup setup(int port) {
    return new PostSetup(home(), CLIENT, new PostTarget(port, TOKEN));
  }

  private void write(String text) throws IOException {
    Files.createDirectories(file().resolveSibling(""));
    Files.writeString(file(), text);
  }

  private Path file() {
    return project.resolve(".claude").resolve("settings.local.json");
  }
}
