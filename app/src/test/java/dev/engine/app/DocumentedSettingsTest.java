package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.install.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say that can be set is what is read. */
final class DocumentedSettingsTest {

  private static final Path DOCUMENTS = Path.of(System.getProperty("engine.root"), "docs");

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z_.]+)` \\| `(ENGINE_[A-Z_]+)` \\|");

  /** No value of any setting but of two that take every text. */
  private static final String ODD = "?";

  @TempDir private Path project;

  /**
   * A row of a table of settings.
   *
   * @param key in the file, such as {@code http.port}
   */
  record Row(String key, String variable) {}

  private static Stream<Row> rows() {
    return Stream.of("ARCHITECTURE.md", "OPERATIONS.md")
        .flatMap(document -> ROW.matcher(text(document)).results())
        .map(row -> new Row(row.group(1), row.group(2)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aVariableSetsWhatItsKeyInTheFileSets(Row row) throws IOException {
    List<Object> usual = read(settings(Map.of()));
    List<Object> byVariable = read(settings(Map.of(row.variable(), ODD)));

    Path file = HomeFolder.of(project).settings();
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "%s = \"%s\"%n".formatted(row.key(), ODD));

    assertThat(read(settings(Map.of()))).isEqualTo(byVariable).isNotEqualTo(usual);
  }

  @Test
  void eachVariableThatIsReadIsListed() {
    Set<String> asked = new TreeSet<>();

    read(settings(new Listening(asked)));

    assertThat(asked)
        .isEqualTo(rows().map(Row::variable).collect(Collectors.toCollection(TreeSet::new)));
  }

  private Settings settings(Map<String, String> environment) {
    return new Settings(HomeFolder.of(project), environment);
  }

  /** What each setting is, or why it cannot be that. */
  private static List<Object> read(Settings settings) {
    return Stream.<Supplier<Object>>of(
            settings::timezone,
            settings::phoneRegion,
            settings::httpPort,
            settings::httpBind,
            settings::httpHosts,
            settings::logLevel,
            settings::wakesByPaste,
            settings::retention,
            settings::backups,
            settings::copyFolder,
            settings::diskReserve,
            settings::workers)
        .map(DocumentedSettingsTest::outcome)
        .toList();
  }

  private static Object outcome(Supplier<Object> setting) {
    try {
      return setting.get();
    } catch (InvalidInput refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private static String text(String document) {
    try {
      return Files.readString(DOCUMENTS.resolve(document));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** An environment without variables, which notes those that are asked for. */
  private static final class Listening extends AbstractMap<String, String> {

    private final Set<String> asked;

    Listening(Set<String> asked) {
      this.asked = asked;
    }

    @Override
    public @Nullable String get(Object variable) {
      asked.add(variable.toString());
      return null;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
      return Set.of();
    }
  }
}
