package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

final class KnownSettingsTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_.]+)` \\| `ENGINE_[A-Z_]+` ");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[http]",
        "http.port = 8080",
        "timezone = 'Europe/Berlin'\n[backup]\nkeep = 3\n[workers]\nwhatever = 1",
        "workers = 3"
      })
  void whatMeansSomethingIsLeftToWhoeverReadsIt(String toml) {
    assertThatCode(() -> KnownSettings.requireOnly(file(toml))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "http.prot = 8080, http.prot, http.port",
    "htpp.port = 8080, htpp, http.port",
    "timezon = 1, timezon, timezone",
    "backups.keep = 3, backups, backup.keep",
    "backup.keep_day = 3, backup.keep_day, backup.keep_days",
    "worker.max_parallel = 3, worker, workers",
    "http = 8080, http, http.port"
  })
  void whatMeansNothingIsNamedWithWhatItLooksLike(String toml, String got, String nearest) {
    JsonNode file = file(toml);

    assertThatThrownBy(() -> KnownSettings.requireOnly(file))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("setting must be one that there is, such as %s, got \"%s\"", nearest, got);
  }

  @Test
  void theyAreThoseOfTheDocuments() {
    Set<String> documented =
        Stream.of("ARCHITECTURE.md", "OPERATIONS.md")
            .flatMap(name -> ROW.matcher(document(name)).results())
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(Stream.of(SettingKey.values()).map(SettingKey::key))
        .containsExactlyInAnyOrderElementsOf(documented);
  }

  private static JsonNode file(String toml) {
    return new TomlMapper().readTree(toml);
  }

  private static String document(String name) {
    try {
      return Files.readString(Path.of(System.getProperty("engine.root"), "docs", name));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
