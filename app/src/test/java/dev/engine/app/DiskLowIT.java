package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is nearly full is told of, and no longer as soon as there is room; a full one is
 * read.
 */
final class DiskLowIT {

  private static final String TOLD = "are to stay free";

  @TempDir private Path project;

  @Test
  void itIsToldWhileItLasts() throws IOException {
    assumeTrue(SmallDisk.isPossible(), "this user may not mount a file system");
    try (SmallDisk disk = SmallDisk.in(project, 16)) {
      engine(disk, "init", "--yes");
      Files.writeString(
          disk.seen().resolve(".engine/config/engine.toml"),
          "[disk]\nreserve_mib = 10\nreserve_databases = 1\n");
      assertThat(engine(disk, "attention")).doesNotContain(TOLD);

      Path filler = Files.write(disk.seen().resolve("filler"), new byte[8 << 20]);

      assertThat(engine(disk, "attention")).contains(TOLD);
      assertThat(engine(disk, "doctor")).contains(TOLD);
      Files.delete(filler);
      assertThat(engine(disk, "attention")).doesNotContain(TOLD);
      assertThat(engine(disk, "doctor")).contains("tmpfs, ").doesNotContain(TOLD);
    }
  }

  @Test
  void whereNothingMoreGoesOntoItWhatIsThereIsReadAllTheSame() throws IOException {
    assumeTrue(SmallDisk.isPossible(), "this user may not mount a file system");
    try (SmallDisk disk = SmallDisk.in(project, 16)) {
      engine(disk, "init", "--yes");
      engine(disk, "ping", "send", "Deploy now?");

      disk.fill();

      assertThat(engine(disk, "attention")).contains("Deploy now?", "0 MiB are free on the disk");
      assertThat(engine(disk, "db", "status")).contains("schema");
      assertThat(engine(disk, "db", "verify")).contains("sound, schema at version");
      assertThat(engine(disk, "ping", "send", "Another?")).isEmpty();
      disk.clear();
      assertThat(engine(disk, "ping", "send", "A third?")).contains("sent");
      assertThat(engine(disk, "attention")).contains("A third?").doesNotContain("Another?");
    }
  }

  private String engine(SmallDisk disk, String... words) {
    List<String> command = new ArrayList<>(List.of(words));
    command.addFirst(Shipped.DISTRIBUTION.resolve("bin/engine").toString());
    command.addAll(List.of("--project", project.toString()));
    return disk.run(command, "").out();
  }
}
