package dev.engine.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/ARCHITECTURE.md} and the classes that say what is told name the same kinds. */
final class EventKindsTest {

  private static final Pattern TABLE = Pattern.compile("(?m)^\\| kinds \\|.*\\R(?:\\|.*\\R)+");
  private static final Pattern NAMES = Pattern.compile("(?m)^\\|([^|]*)\\|");
  private static final Pattern NAME = Pattern.compile("`([a-z_.]+)`");

  @Test
  void theListAndTheCodeNameTheSameKinds() throws Exception {
    assertThat(inList()).isEqualTo(inCode()).isNotEmpty();
  }

  private static Set<String> inList() throws IOException {
    String page =
        Files.readString(Path.of(System.getProperty("engine.root"), "docs", "ARCHITECTURE.md"));
    return TABLE
        .matcher(page)
        .results()
        .flatMap(table -> NAMES.matcher(table.group()).results())
        .flatMap(row -> NAME.matcher(row.group(1)).results())
        .map((MatchResult name) -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> inCode() throws IOException, URISyntaxException {
    Path classes =
        Path.of(EventKind.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith("Events.class"))
          .map(name -> name.replace(".class", "").replace('/', '.'))
          .flatMap(EventKindsTest::kinds)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Stream<String> kinds(String className) {
    try {
      return Arrays.stream(Class.forName(className).getDeclaredFields())
          .filter(field -> field.getType() == EventKind.class)
          .map(EventKindsTest::value);
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(missing);
    }
  }

  private static String value(Field kind) {
    try {
      kind.setAccessible(true);
      return ((EventKind) kind.get(null)).value();
    } catch (IllegalAccessException closed) {
      throw new AssertionError(closed);
    }
  }
}
