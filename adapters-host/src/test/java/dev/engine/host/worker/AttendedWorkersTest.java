package dev.engine.host.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.engine.domain.host.WorkerProcesses.WorkerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tmux server that a worker's program started bears its variables, and outlives it. */
final class AttendedWorkersTest {

  @TempDir private Path folder;
  private Workshop shop;
  private String tmux = "";

  @BeforeEach
  void openTheShop() {
    shop = new Workshop(folder);
    tmux = "tmux -f /dev/null -S '%s' ".formatted(folder.resolve("socket"));
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/tmux")), "tmux is not installed here");
  }

  @AfterEach
  void closeTheShop() throws Exception {
    new ProcessBuilder("/bin/bash", "-c", tmux + "kill-server").start().waitFor();
    shop.close();
  }

  @Test
  void itIsAttendedAndItsPanesAreNobodys() throws Exception {
    shop.startReady(tmux + "new-session -d 'exec sleep 600' && echo ready; exec sleep 600");

    List<WorkerProcess> all = shop.programs().all();

    assertThat(all)
        .filteredOn(WorkerProcess::isAttended)
        .singleElement()
        .satisfies(server -> assertThat(server.name()).startsWith("tmux"));
    assertThat(all)
        .filteredOn(process -> !process.isAttended())
        .extracting(WorkerProcess::name)
        .containsExactlyInAnyOrder("bash", "sleep");
  }
}
