package dev.engine.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/ERRORS.md} and the subtypes of {@link EngineException} name the same codes. */
final class ErrorCodesTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| (ENG-\\d{4}) \\| (?:`(\\w+)` )?\\| ", Pattern.MULTILINE);

  private static final Pattern SECTION = Pattern.compile("^## (ENG-\\d{4})", Pattern.MULTILINE);

  @Test
  void theExamplesAreAllThereAre() {
    List<Class<?>> permitted = List.of(EngineException.class.getPermittedSubclasses());

    assertThat(FailureExamples.oneOfEach())
        .extracting(Object::getClass)
        .containsExactlyInAnyOrderElementsOf(permitted);
  }

  @Test
  void theListAndTheCodeNameTheSameFailures() throws IOException {
    Map<String, String> inCode =
        FailureExamples.oneOfEach().stream()
            .collect(
                Collectors.toMap(
                    EngineException::code, failure -> failure.getClass().getSimpleName()));
    inCode.put("ENG-9999", ""); // a bug has a row and no type

    Map<String, String> inList = new HashMap<>();
    rows().forEach(row -> inList.put(row.group(1), row.group(2) == null ? "" : row.group(2)));

    assertThat(inList).isEqualTo(inCode);
  }

  @Test
  void everyRowOfTheListHasASection() throws IOException {
    List<String> codes = rows().stream().map(row -> row.group(1)).toList();

    List<String> explained =
        SECTION.matcher(list()).results().map(section -> section.group(1)).toList();

    assertThat(explained).isEqualTo(codes);
  }

  private static List<MatchResult> rows() throws IOException {
    return ROW.matcher(list()).results().toList();
  }

  private static String list() throws IOException {
    return Files.readString(Path.of(System.getProperty("engine.root"), "docs", "ERRORS.md"));
  }
}
