package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.install.ClientVersion;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookSetup;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds without a receipt, as after the settings were changed by somebody else. */
final class HookGroupsTest {

  private static final HookSetup SETUP =
      new HookSetup(
          HomeFolder.of(Path.of("/project")),
          Path.of("/opt/engine/bin/engine-hook"),
          new ClientVersion(2, 1, 330));

  static List<String> corpus() {
    return SettingsCorpus.withoutEmptyPlaces()
        .map(text -> text.replace("\uFEFF", ""))
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void takingOutGivesBackWhatWasThereBefore(String before) {
    String registered = HookGroups.register(before, SETUP);

    assertThat(HookGroups.unregister(registered)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void everyOtherHookStaysInItsPlace(String before) {
    String registered = HookGroups.register(before, SETUP);

    JsonPart.Obj root = JsonOutline.of(before);
    JsonPart.Obj after = JsonOutline.of(registered);
    assertThat(after.members().stream().map(JsonPart.Member::name))
        .containsSubsequence(root.members().stream().map(JsonPart.Member::name).toList());
    assertThat(HookGroups.find(before)).isEmpty();
    assertThat(HookGroups.find(registered)).hasSize(16);
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void anotherKeyThatIsAddedMeanwhileIsAllThatIsLeft(String before) {
    JsonValue.Member added = new JsonValue.Member("later", JsonValue.of(1));
    JsonText registered = new JsonText(HookGroups.register(before, SETUP));

    String left = HookGroups.unregister(registered.append(registered.root(), added).toString());

    JsonPart.Obj root = JsonOutline.of(left);
    assertThat(root.members().getLast().name()).isEqualTo("later");
    assertThat(new JsonText(left).remove(root.members().getLast()).toString()).isEqualTo(before);
  }
}
