package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines whose files somebody takes away under them: nothing is acknowledged from then on. */
final class LostFilesIT {

  @TempDir private Path folder;

  private Path project;

  @BeforeEach
  void initialise() {
    project = Shipped.project(folder);
  }

  /** The copy trap, sprung from outside: jcmd has the engine's own process open and close files. */
  @Test
  void anEngineInTheCopyTrapIsUnreadyAndAcknowledgesNothing() throws Exception {
    try (ServingProcess engine = ServingProcess.start(project)) {
      assertThat(ping().statusCode()).isEqualTo(201);
      openAndClose(engine, file(""));
      openAndClose(engine, file("-shm"));

      assertThat(Shipped.engine(project, "session", "list").exitCode()).isZero();

      assertIsLost();
      assertThat(engine.end()).isZero();
    }
  }

  @Test
  void aLogThatIsDeletedIsNoticedByTheNextWrite() throws Exception {
    try (ServingProcess engine = ServingProcess.start(project)) {
      assertThat(ping().statusCode()).isEqualTo(201);

      Files.delete(file("-wal"));

      assertThat(ping().statusCode()).isEqualTo(500);
      assertIsLost();
      assertThat(engine.end()).isZero();
    }
  }

  @Test
  void aFileThatIsReplacedIsNoticed() throws Exception {
    try (ServingProcess engine = ServingProcess.start(project)) {
      assertThat(ping().statusCode()).isEqualTo(201);
      Path backup = Files.copy(file(""), folder.resolve("copy"));

      Files.move(backup, file(""), StandardCopyOption.REPLACE_EXISTING);

      assertIsLost();
      assertThat(engine.end()).isZero();
    }
  }

  @Test
  void aFileThatIsOverwrittenInItsPlaceIsNoticedByItsJournal() throws Exception {
    Shipped.run(project, List.of("cp", file("").toString(), folder + "/old"), "", Map.of());
    try (ServingProcess engine = ServingProcess.start(project)) {
      assertThat(ping().statusCode()).isEqualTo(201);
      WorkerScene.await(this::isReady, () -> "it is ready");

      String overwrite = "cp \"$0/old\" \"$1\" && : >\"$1-wal\"";
      Shipped.run(
          project,
          List.of("sh", "-c", overwrite, folder.toString(), file("").toString()),
          "",
          Map.of());

      assertIsLost();
      assertThat(engine.end()).isZero();
    }
  }

  private void assertIsLost() throws IOException, InterruptedException {
    WorkerScene.await(() -> !isReady(), () -> "it is unready");
    HttpResponse<String> readiness = get("/readyz");
    assertThat(readiness.statusCode()).isEqualTo(503);
    assertThat(readiness.body())
        .contains("was deleted, replaced or overwritten while it was in use");
    HttpResponse<String> refused = ping();
    assertThat(refused.statusCode()).isEqualTo(500);
    assertThat(refused.body()).contains("ENG-2002");
  }

  private boolean isReady() {
    try {
      return get("/readyz").statusCode() == 200;
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return ServingProcess.get(project, path, "Authorization", ServingProcess.bearer(project));
  }

  private HttpResponse<String> ping() throws IOException, InterruptedException {
    return ServingProcess.post(
        project,
        "/api/v1/pings",
        "{\"message\":\"Go?\"}",
        "Authorization",
        ServingProcess.bearer(project));
  }

  private void openAndClose(ServingProcess engine, Path file) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Shipped.Result asked =
        Shipped.run(
            project,
            List.of(
                jcmd.toString(),
                Long.toString(engine.pid()),
                "Compiler.directives_add",
                file.toString()),
            "",
            Map.of());
    assertThat(asked.out()).contains("Could not load file"); // it has read it, for it is no JSON
  }

  private Path file(String side) {
    return project.resolve(".engine/data/db/system.db" + side);
  }
}
