package dev.engine.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.app.chaos.FileChange.Appended;
import dev.engine.app.chaos.FileChange.Made;
import dev.engine.app.chaos.FileChange.MadeFolder;
import dev.engine.app.chaos.FileChange.Removed;
import dev.engine.app.chaos.FileChange.Renamed;
import dev.engine.app.chaos.FileChange.Resized;
import dev.engine.app.chaos.FileChange.Written;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that are made in memory leave what a file system would have. */
final class ImageTest {

  private static final Path FILE = Path.of("file");
  private static final Path OTHER = Path.of("other");

  @TempDir private Path folder;

  @Test
  void whatIsWrittenLiesWhereItWasWritten() throws IOException {
    assertThat(after(written(0, "abcd"), written(2, "XY"), written(6, "z")))
        .containsExactly(Map.entry("file", "abXY\0\0z"));
  }

  @Test
  void whatIsCutOffDoesNotComeBack() throws IOException {
    assertThat(after(written(0, "abcd"), new Resized(FILE, 1), new Resized(FILE, 3)))
        .containsExactly(Map.entry("file", "a\0\0"));
  }

  @Test
  void whatIsAppendedComesBehindTheRest() throws IOException {
    assertThat(after(new Made(FILE), new Appended(FILE, "6162"), new Appended(FILE, "63")))
        .containsExactly(Map.entry("file", "abc"));
  }

  @Test
  void aFileThatIsRenamedTakesThePlaceOfAnother() throws IOException {
    Written other = new Written(OTHER, 0, "79");

    assertThat(after(written(0, "x"), other, new Renamed(FILE, OTHER)))
        .containsExactly(Map.entry("other", "x"));
  }

  @Test
  void aFolderTakesItsFilesAlong() throws IOException {
    Path inside = Path.of("folder/inside");

    assertThat(
            after(
                new MadeFolder(Path.of("folder")),
                new Written(inside, 0, "61"),
                new Renamed(Path.of("folder"), OTHER)))
        .containsExactly(Map.entry("other/inside", "a"));
  }

  @Test
  void whatIsRemovedIsGone() throws IOException {
    assertThat(after(written(0, "x"), new Removed(FILE))).isEmpty();
  }

  @Test
  void itBeginsWithWhatIsThere() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/file"), "there");

    assertThat(laid(Image.of(folder))).containsExactly(Map.entry("sub/file", "there"));
  }

  private static Written written(long place, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return new Written(FILE, place, HexFormat.of().formatHex(bytes));
  }

  private Map<String, String> after(FileChange... changes) throws IOException {
    Image image = Image.of(folder);
    List.of(changes).forEach(change -> change.apply(image));
    return laid(image);
  }

  /** The files by their names. */
  private Map<String, String> laid(Image image) throws IOException {
    Path target = Files.createTempDirectory(folder, "laid");
    image.lay(target);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(target)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(target.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }
}
