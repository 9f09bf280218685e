package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.Conflict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when another program writes between our reading and our writing. */
final class SettingsFileTest {

  @TempDir private Path folder;

  @Test
  void whatWasChangedMeanwhileIsNotReplaced() throws IOException {
    SettingsFile file = changedByAnother();

    assertConflict(() -> file.replace("ours", "after"));
  }

  @Test
  void whatWasChangedMeanwhileIsNotDeleted() throws IOException {
    SettingsFile file = changedByAnother();

    assertConflict(() -> file.delete("ours"));
  }

  @Test
  void whatWasMadeMeanwhileIsNotReplaced() throws IOException {
    SettingsFile file = changedByAnother();

    assertConflict(() -> file.create("after"));
  }

  @Test
  void whatWasDeletedMeanwhileStaysAway() {
    SettingsFile file = new SettingsFile(folder.resolve("settings.json"));

    assertThatExceptionOfType(Conflict.class).isThrownBy(() -> file.replace("ours", "after"));
    assertThat(folder).isEmptyDirectory();
  }

  private SettingsFile changedByAnother() throws IOException {
    return new SettingsFile(Files.writeString(folder.resolve("settings.json"), "theirs"));
  }

  private void assertConflict(ThrowingCallable edit) {
    Path settings = folder.resolve("settings.json");
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(edit)
        .withMessageStartingWith(settings + " was left as it is: ");
    assertThat(settings).hasContent("theirs");
    assertThat(folder.toFile().list()).containsExactly("settings.json");
  }
}
