package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.install.HomeFolder;
import dev.engine.services.doctor.Doctor;
import dev.engine.services.doctor.Doctor.Diagnosis;
import dev.engine.services.doctor.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsCheckTest {

  @TempDir private Path project;

  @Test
  void withoutAFileNothingIsWrong() {
    assertThat(look()).isEqualTo(new Finding.Pass("each name that is set is one of a setting"));
  }

  @Test
  void aNameThatIsNoneOfASettingIsTold() throws IOException {
    write("http.prot = 8080\n");

    assertThat(look()).isInstanceOf(Finding.Fail.class);
    assertThat(look().fact()).contains("such as http.port, got \"http.prot\"");
  }

  @Test
  void aWrongProfileIsToldToo() throws IOException {
    write("[workers.profiles.build]\ncommand = []\n");

    assertThat(look().fact()).contains("workers.profiles.build.command must be a program");
  }

  private Finding look() {
    Settings settings = new Settings(HomeFolder.of(project), Map.of());
    List<Diagnosis> found = new Doctor(List.of(new SettingsCheck(settings))).examine();
    assertThat(found).extracting(Diagnosis::check).containsExactly("settings");
    return found.getFirst().finding();
  }

  private void write(String toml) throws IOException {
    Path file = HomeFolder.of(project).settings();
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, toml);
  }
}
