package dev.engine.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EnginePortTest {

  @Test
  void aHomeHasTheSamePortForEver() {
    EnginePort port = EnginePort.derivedFrom(HomeFolder.of(Path.of("/home/dev/project")));

    assertThat(port).isEqualTo(new EnginePort(23_225));
  }

  @Test
  void homesAreSpreadOverTheirRange() {
    long different =
        IntStream.range(0, 1_000)
            .mapToObj(i -> EnginePort.derivedFrom(HomeFolder.of(Path.of("/home/dev/p" + i))))
            .distinct()
            .count();

    assertThat(different).isGreaterThan(900);
  }
}
