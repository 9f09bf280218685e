package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.install.ClientVersion;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.PostSetup;
import dev.engine.domain.install.PostTarget;
import dev.engine.domain.install.SettingsEdit;
import dev.engine.domain.install.StatusLineStanding;
import dev.engine.domain.install.StatusLines;
import dev.engine.domain.install.StatusLinesContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ClaudeStatusLineTest implements StatusLinesContract {

  private static final String MINE =
      """
      {"statusLine": {"type": "command", "command": "date", "padding": 2}}
      """;

  @TempDir private Path folder;

  private ClaudeStatusLine lines;

  @BeforeEach
  void open() {
    lines = new ClaudeStatusLine(personFile());
  }

  @Override
  public StatusLines lines() {
    return lines;
  }

  @Override
  public HomeFolder home() {
    return HomeFolder.of(folder.resolve("project"));
  }

  @Override
  public void replace() {
    write(ownFile(), MINE);
  }

  static List<String> corpus() {
    return SettingsCorpus.all().toList();
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void takingItOutGivesBackEveryByte(String before) {
    write(ownFile(), before);

    lines.register(setup(COMMAND));
    lines.register(setup(Path.of("/usr/local/bin/engine-hook")));
    lines.unregister(home());

    assertThat(ownFile()).hasContent(before);
  }

  @Test
  void theLineThatWasInItsPlaceIsChainedAndKeepsItsLook() {
    write(ownFile(), MINE);

    lines.register(setup(COMMAND));

    assertThat(ownFile())
        .hasContent(
            """
            {"statusLine": {"type": "command", "command": "%s --home %s statusline", "padding": 2}}
            """
                .formatted(COMMAND, home()));
    assertThat(chain()).hasContent("date");
    assertThat(before())
        .hasContent("{\"type\": \"command\", \"command\": \"date\", \"padding\": 2}");
  }

  @Test
  void theLineOfTheProjectIsChainedBeforeThatOfThePerson() {
    write(sharedFile(), MINE);
    write(personFile(), MINE.replace("date", "whoami"));

    lines.register(setup(COMMAND));

    assertThat(chain()).hasContent("date");
    assertThat(sharedFile()).hasContent(MINE);
  }

  @Test
  void theLineOfThePersonIsChainedAndItsFileLeftAlone() {
    write(personFile(), MINE);

    lines.register(setup(COMMAND));
    SettingsEdit out = lines.unregister(home());

    assertThat(out).isInstanceOf(SettingsEdit.Deleted.class);
    assertThat(personFile()).hasContent(MINE);
    assertThat(chain()).doesNotExist();
  }

  @Test
  void whatThePersonChangedElsewhereIsChainedByTheNextInit() {
    lines.register(setup(COMMAND));
    write(personFile(), MINE);
    StatusLineStanding standing = lines.inspect(home());

    lines.register(setup(COMMAND));

    assertThat(standing).isEqualTo(StatusLineStanding.OUTDATED);
    assertThat(lines.inspect(home())).isEqualTo(StatusLineStanding.OURS);
    assertThat(chain()).hasContent("date");
  }

  @Test
  void doingItAgainKeepsWhatIsChained() {
    write(ownFile(), MINE);
    lines.register(setup(COMMAND));

    lines.register(setup(Path.of("/usr/local/bin/engine-hook")));

    assertThat(chain()).hasContent("date");
    assertThat(lines.inspect(home())).isEqualTo(StatusLineStanding.OURS);
  }

  @Test
  void whereSomebodyHasChangedTheRestOnlyTheLineIsPutBack() {
    write(ownFile(), MINE);
    lines.register(setup(COMMAND));
    write(
        ownFile(), read(ownFile()).replace("{\"statusLine", "{\"model\": \"opus\", \"statusLine"));

    lines.unregister(home());

    assertThat(ownFile())
        .hasContent(MINE.replace("{\"statusLine", "{\"model\": \"opus\", \"statusLine"));
  }

  @Test
  void aLineThatIsTakenOutByHandStaysOut() {
    lines.register(setup(COMMAND));
    write(ownFile(), "{}\n");

    SettingsEdit again = lines.register(setup(COMMAND));

    assertThat(again).isInstanceOf(SettingsEdit.Unchanged.class);
    assertThat(lines.inspect(home())).isEqualTo(StatusLineStanding.NONE);
  }

  @Test
  void aLineOfAKindThatCannotBeRunIsLeftAlone() {
    String other = "{\"statusLine\": {\"type\": \"builtin\", \"name\": \"wide\"}}\n";
    write(personFile(), other);

    SettingsEdit edit = lines.register(setup(COMMAND));

    assertThat(edit).isInstanceOf(SettingsEdit.Unchanged.class);
    assertThat(ownFile()).doesNotExist();
    assertThat(lines.inspect(home())).isEqualTo(StatusLineStanding.FOREIGN);
  }

  @Test
  void anEnginesLineIsNotChained() {
    write(
        personFile(),
        MINE.replace("date", "/opt/engine/bin/engine-hook --home /other/.engine statusline"));

    lines.register(setup(COMMAND));

    assertThat(chain()).doesNotExist();
  }

  @Test
  void itComesOutFromAmongHttpHooksByTheByte() {
    write(ownFile(), MINE);
    ClaudeOwnSettings posts = new ClaudeOwnSettings();
    posts.register(
        new PostSetup(
            home(),
            new ClientVersion(2, 1, 330),
            new PostTarget(20_001, "0123456789abcdef0123456789abcdef")));
    lines.register(setup(COMMAND));

    lines.unregister(home());
    posts.unregister(home());

    assertThat(ownFile()).hasContent(MINE);
  }

  private HookSetup setup(Path command) {
    return new HookSetup(home(), command, new ClientVersion(2, 1, 330));
  }

  private Path ownFile() {
    return home().project().resolve(".claude").resolve("settings.local.json");
  }

  private Path sharedFile() {
    return ownFile().resolveSibling("settings.json");
  }

  private Path personFile() {
    return folder.resolve("person").resolve("settings.json");
  }

  private Path chain() {
    return home().data().resolve("install").resolve("status-line");
  }

  private Path before() {
    return home().data().resolve("install").resolve("status-line.before");
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
