package dev.engine.host.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeletedFilesTest {

  @TempDir private Path folder;

  @Test
  void anOpenFileThatIsStillThereIsNone() throws IOException {
    try (OutputStream open = Files.newOutputStream(folder.resolve("there"))) {
      open.write(1);

      assertThat(DeletedFiles.openIn(folder)).isEmpty();
    }
  }

  @Test
  void anOpenFileThatWasDeletedIsNamedUntilItIsClosed() throws IOException {
    Path file = folder.toRealPath().resolve("gone (or not)");
    try (OutputStream open = Files.newOutputStream(file)) {
      open.write(1);
      Files.delete(file);

      assertThat(DeletedFiles.openIn(folder)).containsExactly(file);
      assertThat(DeletedFiles.openIn(folder.resolveSibling(""))).isEmpty();
    }
    assertThat(DeletedFiles.openIn(folder)).isEmpty();
  }
}
