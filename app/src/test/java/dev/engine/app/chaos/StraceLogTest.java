package dev.engine.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.engine.app.chaos.FileChange.Removed;
import dev.engine.app.chaos.FileChange.Written;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StraceLogTest {

  private static final Path FOLDER = Path.of("/stage");
  private static final String FILE = hex("/stage/a.db");
  private static final String BEGUN =
      "11  pwrite64(60<" + FILE + ">, \"\\x0a\\x00\", 2, 4096 <unfinished ...>";
  private static final String RESUMED = "11  <... pwrite64 resumed>) = 2";
  private static final String REMOVED = "12  unlink(\"" + FILE + "\") = 0";

  @Test
  void aCallInTwoPartsIsOne() {
    List<String> lines =
        List.of(
            BEGUN, "12  openat(AT_FDCWD<" + hex("/") + ">, \"" + hex("/proc") + "\") = 3", RESUMED);

    List<FileChange> changes = StraceLog.changes(lines, FOLDER);

    assertThat(changes).hasSize(1).first().isInstanceOf(Written.class);
    assertThat(((Written) changes.getFirst()).place()).isEqualTo(4096);
  }

  @Test
  void aCallOfAnotherThreadInItsMidstHasNoPlaceInTheOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StraceLog.changes(List.of(BEGUN, REMOVED, RESUMED), FOLDER))
        .withMessageContaining("two threads change files at once");
  }

  @Test
  void afterItIsWellInTurn() {
    assertThat(StraceLog.changes(List.of(BEGUN, RESUMED, REMOVED), FOLDER))
        .last()
        .isEqualTo(new Removed(Path.of("a.db")));
  }

  private static String hex(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return "\\x" + HexFormat.ofDelimiter("\\x").formatHex(bytes);
  }
}
