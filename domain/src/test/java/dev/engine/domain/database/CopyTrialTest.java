package dev.engine.domain.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CopyTrialTest {

  private static final Path FOLDER = Path.of("copy");

  @Test
  void aSoundCopyThatGoesAsFarAsTheDatabaseDidIsProven() {
    assertThat(new CopyTrial(FOLDER, found(), 7, 7).problems()).isEmpty();
    assertThat(new CopyTrial(FOLDER, found(), 8, 7).problems()).isEmpty();
  }

  @Test
  void oneThatIsBehindIsNot() {
    assertThat(new CopyTrial(FOLDER, found(), 6, 7).problems())
        .containsExactly("it goes on to event 6, the database to 7");
  }

  @Test
  void whatIsWrongInItIsToldFirst() {
    assertThat(new CopyTrial(FOLDER, found("row 3 missing from index"), 6, 7).problems())
        .containsExactly("row 3 missing from index", "it goes on to event 6, the database to 7");
  }

  private static Verification found(String... problems) {
    return new Verification(FOLDER.resolve("system.db"), 1, List.of(), List.of(problems));
  }
}
