package dev.engine.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.install.HomeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HomesTest {

  @TempDir private Path folder;

  private Path link;
  private HomeFolder home;

  @BeforeEach
  void makeProject() throws IOException {
    Path project = Files.createDirectories(folder.toRealPath().resolve("data/work"));
    link = Files.createSymbolicLink(folder.resolve("link"), project);
    home = HomeFolder.of(project);
    Files.createDirectories(home.path());
    Files.createDirectory(project.resolve("sub"));
  }

  @Test
  void aProjectHasOneHomeWhateverLinkLeadsToIt() {
    assertThat(Homes.of(link)).isEqualTo(home);
    assertThat(Homes.existing(link)).isEqualTo(home);
    assertThat(Homes.find(null, link.resolve("sub"))).isEqualTo(home);
    assertThat(Homes.find(link.toString(), folder)).isEqualTo(home);
    assertThat(Homes.find(link.resolve(HomeFolder.NAME).toString(), folder)).isEqualTo(home);
  }

  @Test
  void aHomeThatIsItselfALinkIsThatOfItsProject() throws IOException {
    Path other = Files.createDirectory(folder.toRealPath().resolve("other"));
    Files.createSymbolicLink(other.resolve(HomeFolder.NAME), home.path());

    assertThat(Homes.existing(other)).isEqualTo(HomeFolder.of(other));
  }

  @Test
  void aProjectThatIsNotThereIsCalledAsItWasNamed() {
    Path missing = folder.resolve("missing");

    assertThat(Homes.of(missing)).isEqualTo(HomeFolder.of(missing));
    assertThat(Homes.find(missing.toString(), folder)).isEqualTo(HomeFolder.of(missing));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> Homes.existing(missing))
        .withMessageContaining(missing.toString());
  }
}
