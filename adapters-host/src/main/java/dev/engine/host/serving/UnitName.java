package dev.engine.host.serving;

import dev.engine.domain.install.HomeFolder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** What the unit of a home is called: several homes of one person have several names. */
final class UnitName {

  private UnitName() {}

  /** Such as {@code engine-my-project-1c291ca3}: the project's name for people, then its path. */
  static String of(HomeFolder home) {
    CRC32 path = new CRC32();
    path.update(home.toString().getBytes(StandardCharsets.UTF_8));
    String project = String.valueOf(home.project().getFileName()).replaceAll("[^A-Za-z0-9]+", "-");
    return "engine-%s-%08x".formatted(project, path.getValue());
  }
}
