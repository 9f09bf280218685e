package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.install.ClientVersion;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.HookVia;
import dev.engine.domain.install.PostSetup;
import dev.engine.domain.install.PostTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClaudeWorkerSettingsTest {

  private static final ClientVersion CLIENT = new ClientVersion(2, 1, 330);

  @TempDir private Path project;

  private HomeFolder home;
  private ClaudeWorkerSettings settings;

  @BeforeEach
  void inAProject() {
    home = HomeFolder.of(project);
    settings = new ClaudeWorkerSettings(home);
  }

  @Test
  void whereNothingIsPostedTheyAreThoseOfTheProject() throws IOException {
    register(HookVia.COMMAND);
    write("settings.local.json", "{\"model\": \"opus\"}\n");

    assertThat(settings.file()).isEqualTo(project.resolve(".claude/settings.json"));
    assertThat(home.workerSettings()).doesNotExist();
  }

  @Test
  void whatAPersonPostsStandsBesideWhatTheProjectRuns() throws IOException {
    write("settings.json", "{\"permissions\": {\"allow\": [\"Read\"]}}\n");
    register(HookVia.HTTP);

    String text = Files.readString(settings.file());

    assertThat(HookGroups.posts(text)).hasSize(14);
    assertThat(HookGroups.find(text))
        .filteredOn(hook -> hook.command().isPresent())
        .extracting(hook -> hook.event().name())
        .containsExactly("SessionStart", "Stop");
    assertThat(text).contains("\"permissions\": {\"allow\": [\"Read\"]}", "Bearer a-token");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.workerSettings())))
        .isEqualTo("rw-------");
  }

  @Test
  void onlyWhatIsEnginesIsTakenFromAPersonsOwn() throws IOException {
    register(HookVia.HTTP);
    Path own = project.resolve(".claude/settings.local.json");
    String foreign = "\"hooks\": [{\"type\": \"command\", \"command\": \"say done\"}, ";
    Files.writeString(own, Files.readString(own).replaceFirst("\"hooks\": \\[", foreign));

    String text = Files.readString(settings.file());

    assertThat(HookGroups.posts(text)).hasSize(14);
    assertThat(text).doesNotContain("say done");
  }

  @Test
  void theyAreMadeAnewOnlyWhereTheyDiffer() throws IOException {
    register(HookVia.HTTP);
    FileTime then = FileTime.from(Instant.parse("2026-01-05T12:00:00Z"));
    Files.setLastModifiedTime(settings.file(), then);

    FileTime unchanged = Files.getLastModifiedTime(settings.file());
    write("settings.json", "{\"model\": \"opus\"}");

    assertThat(unchanged).isEqualTo(then);
    assertThat(Files.readString(settings.file())).contains("\"model\": \"opus\"");
  }

  @Test
  void whatCannotBeReadIsLeftToTheClient() throws IOException {
    register(HookVia.HTTP);
    for (String broken : List.of("{", "{\"hooks\": 7}", "{\"hooks\": {}, \"hooks\": {}}")) {
      write("settings.json", broken);

      assertThat(settings.file()).isEqualTo(project.resolve(".claude/settings.json"));
    }
  }

  @Test
  void withoutSharedSettingsTheyAreWhatIsPosted() throws IOException {
    register(HookVia.HTTP);
    for (String nothing : List.of("", "\ufeff{}")) {
      write("settings.json", nothing);

      assertThat(HookGroups.find(Files.readString(settings.file()))).hasSize(14);
    }
    Files.delete(project.resolve(".claude/settings.json"));

    assertThat(HookGroups.find(Files.readString(settings.file()))).hasSize(14);
  }

  private void register(HookVia via) {
    Path command = Path.of("/opt/engine/bin/engine-hook");
    new ClaudeSettings(project.resolve("none")).register(new HookSetup(home, command, CLIENT, via));
    if (via == HookVia.HTTP) {
      new ClaudeOwnSettings()
          .register(new PostSetup(home, CLIENT, new PostTarget(20_001, "a-token")));
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = project.resolve(".claude").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
