package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.error.EngineException;
import dev.engine.http.problem.Problem;
import dev.engine.http.problem.Refusal;
import dev.engine.http.problem.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table "Over HTTP" of {@code docs/ERRORS.md} and the code give the same statuses. */
final class HttpCodesTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| (\\d{3}) \\| (ENG-\\d{4}) \\| ", Pattern.MULTILINE);

  @Test
  void theListAndTheCodeNameTheSameStatuses() throws IOException {
    Set<String> inCode =
        failures()
            .map(failure -> Problem.of(failure, "/"))
            .map(problem -> problem.status() + " " + problem.code())
            .collect(Collectors.toSet());

    Set<String> inList =
        ROW.matcher(list())
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .collect(Collectors.toSet());

    assertThat(inList).isEqualTo(inCode);
  }

  @Test
  void noTwoTroublesShareACode() {
    assertThat(Trouble.values()).extracting(Trouble::code).doesNotHaveDuplicates();
  }

  private static Stream<RuntimeException> failures() {
    Stream<RuntimeException> ofTheDomain =
        Stream.of(
            new EngineException.InvalidInput("a", "b", "c"),
            new EngineException.NotFound("a", "b"),
            new EngineException.Conflict("a"),
            new EngineException.StorageUnavailable("a"),
            new EngineException.StorageRefused("a"),
            new IllegalStateException("a bug"));
    Stream<RuntimeException> ofHttp =
        Arrays.stream(Trouble.values()).map(trouble -> new Refusal(trouble, "a"));
    return Stream.concat(ofTheDomain, ofHttp);
  }

  private static String list() throws IOException {
    return Files.readString(Path.of(System.getProperty("engine.root"), "docs", "ERRORS.md"));
  }
}
