package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a project, by the programs that users run. */
final class BackupsIT {

  @TempDir private Path folder;

  @Test
  void aBackupIsTakenProvenToldOfAndGoneBackToUnderARunningEngine() throws Exception {
    Path project = Shipped.project(folder);
    try (ServingProcess engine = ServingProcess.start(project)) {
      Shipped.engine(project, "ping", "send", "Before?");
      String backup = taken(project);
      Shipped.engine(project, "ping", "send", "After?");

      Shipped.Result drill = Shipped.engine(project, "db", "drill");
      Shipped.Result refused = Shipped.engine(project, "db", "restore", backup, "--yes");
      String metrics = metrics(project);
      Shipped.Result restored = Shipped.engine(project, "db", "restore", backup, "--stop", "--yes");

      assertThat(drill.out()).startsWith(backup + " is proven: restored with ");
      assertThat(metrics)
          .containsPattern("engine_backup_age_seconds\\{kind=\"proven\"\\} [0-9]")
          .contains("engine_backup_failing 0");
      assertThat(refused.exitCode()).isEqualTo(4);
      assertThat(refused.err()).contains("process %d is connected".formatted(engine.pid()));
      assertThat(restored.exitCode()).as(restored.err()).isZero();
      assertThat(engine.end()).isZero();
    }
    assertThat(Shipped.engine(project, "ping", "list").out())
        .contains("Before?")
        .doesNotContain("After?");
    // The rows are as old as the backup; what lies beside it is not.
    assertThat(Shipped.engine(project, "status").out()).containsPattern("backups: .*, proven of");
  }

  @Test
  void onAFullDiskThePersonIsToldUntilThereIsRoom() throws Exception {
    Path project = Shipped.project(folder);
    Shipped.Result full =
        Shipped.run(
            project,
            List.of(
                "sh",
                "-c",
                "ulimit -f 400; exec \"$0\" db backup",
                Shipped.DISTRIBUTION.resolve("bin/engine").toString()),
            "",
            Map.of());
    Shipped.Result attention = Shipped.engine(project, "attention");

    taken(project);

    assertThat(full.exitCode()).isEqualTo(5);
    assertThat(full.err()).startsWith("engine: ENG-2001 ");
    assertThat(attention.out()).contains("backups fail: ");
    assertThat(Shipped.engine(project, "attention").out()).doesNotContain("backups fail");
    assertThat(unfinished(project)).isEmpty();
  }

  private static String taken(Path project) {
    Shipped.Result backup = Shipped.engine(project, "db", "backup", "trip");
    assertThat(backup.exitCode()).as(backup.err()).isZero();
    return backup.out().split("[ ,]", -1)[1];
  }

  private static String metrics(Path project) throws Exception {
    return ServingProcess.get(project, "/metrics", "Authorization", ServingProcess.bearer(project))
        .body();
  }

  private static List<String> unfinished(Path project) throws Exception {
    try (Stream<Path> files = Files.list(project.resolve(".engine/data/db/backups"))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith("unfinished"))
          .toList();
    }
  }
}
