package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The distribution says what it is made of. */
final class BillOfMaterialsIT {

  @Test
  void eachJarThatIsShippedIsInIt() throws IOException {
    JsonNode bill =
        new JsonMapper()
            .readTree(Files.readString(Shipped.DISTRIBUTION.resolve("share/sbom.json")));

    Set<String> named =
        Stream.concat(
                bill.path("components").valueStream(),
                Stream.of(bill.path("metadata").path("component")))
            .map(
                one ->
                    "%s.%s.jar"
                        .formatted(one.path("group").asString(), one.path("name").asString()))
            .collect(Collectors.toSet());

    assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
    assertThat(named).containsExactlyInAnyOrderElementsOf(jars());
  }

  private static List<String> jars() throws IOException {
    try (Stream<Path> files = Files.list(Shipped.DISTRIBUTION.resolve("lib"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .toList();
    }
  }
}
