package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.database.CopyStanding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CopyStateTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00.250Z");

  @TempDir private Path folder;

  @Test
  void whatWasWrittenIsRead() {
    CopyState state = new CopyState(folder.resolve("copy"));
    CopyStanding failing =
        CopyStanding.begun(Path.of("/mnt/a copy\u00e9"), true)
            .complete(NOON, 0)
            .failed(NOON.plusSeconds(1), "there is no folder");

    state.write(failing);

    assertThat(state.read()).contains(failing);
  }

  @Test
  void oneThatHasBegunIsReadAsThat() {
    CopyState state = new CopyState(folder.resolve("copy"));
    CopyStanding begun = CopyStanding.begun(Path.of("/mnt/copy"), false);

    state.write(begun);

    assertThat(state.read()).contains(begun);
  }

  @Test
  void aFileThatIsNotThereOrDamagedTellsNothing() throws IOException {
    CopyState state = new CopyState(folder.resolve("copy"));

    assertThat(state.read()).isEmpty();
    Files.write(state.file(), new byte[] {(byte) 0xff, 0, 1});
    assertThat(state.read()).isEmpty();
    Files.writeString(state.file(), "folder nothing\nsince noon\n");
    assertThat(state.read()).isEmpty();
  }

  @Test
  void whatIsForgottenTellsNothing() {
    CopyState state = new CopyState(folder.resolve("copy"));
    state.write(CopyStanding.begun(Path.of("/mnt/copy"), false));

    state.forget();

    assertThat(state.read()).isEmpty();
  }
}
