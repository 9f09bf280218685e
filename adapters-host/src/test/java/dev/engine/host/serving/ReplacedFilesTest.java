package dev.engine.host.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplacedFilesTest {

  @TempDir private Path folder;

  @Test
  void anOpenFileThatIsStillThereIsNone() throws IOException {
    Path file = folder.resolve("there");
    try (OutputStream open = Files.newOutputStream(file)) {
      open.write(1);

      assertThat(ReplacedFiles.among(List.of(file))).isEmpty();
    }
  }

  @Test
  void anOpenFileThatWasDeletedIsOne() throws IOException {
    Path file = folder.resolve("gone (or not)");
    Path other = folder.resolve("other");
    try (OutputStream open = Files.newOutputStream(file);
        OutputStream alsoOpen = Files.newOutputStream(other)) {
      open.write(1);
      alsoOpen.write(1);
      Files.delete(file);

      assertThat(ReplacedFiles.among(List.of(other, file))).containsExactly(file);
    }
  }

  @Test
  void anOpenFileWhoseNameHasGoneToAnotherIsOne() throws IOException {
    Path file = folder.resolve("file");
    try (OutputStream open = Files.newOutputStream(file)) {
      open.write(1);
      Path copy = Files.copy(file, folder.resolve("copy"));
      Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);

      assertThat(ReplacedFiles.among(List.of(file))).containsExactly(file);
    }
  }

  @Test
  void anOpenFileThatWasMovedAwayIsOne() throws IOException {
    Path file = folder.resolve("file");
    try (OutputStream open = Files.newOutputStream(file)) {
      open.write(1);
      Files.move(file, folder.resolve("elsewhere"));

      assertThat(ReplacedFiles.among(List.of(file))).containsExactly(file);
    }
  }
}
