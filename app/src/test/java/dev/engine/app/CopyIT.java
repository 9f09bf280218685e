package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Engines that copy all the time, whose home is lost when they are killed; and folders that fail.
 */
final class CopyIT {

  /** A second, and as much again for a machine that does something else. */
  private static final long SAFE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final int KILLS = Integer.getInteger("engine.kills", 2);

  private static final long HANG_NANOS = TimeUnit.SECONDS.toNanos(60);

  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{8})\"");

  @TempDir private Path root;

  private final SplittableRandom random = new SplittableRandom(Long.getLong("engine.seed", 1));
  private Path project;
  private Path copy;

  @BeforeEach
  void setUp() throws IOException {
    project = Shipped.project(Files.createDirectory(root.resolve("home")));
    copy = Files.createDirectory(root.resolve("copy"));
    copyTo(project, copy);
  }

  @Test
  void whatWasAcknowledgedASecondBeforeALossIsRestored() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      Map<String, Long> acknowledged = new LinkedHashMap<>();
      long killedAt;
      try (ServingProcess engine = ServingProcess.start(project)) {
        await("the copy goes on", () -> status(project).contains("follows"));
        int count = random.nextInt(50, 300);
        for (int i = 0; i < count; i++) {
          acknowledged.put(ping(project), System.nanoTime());
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        engine.kill();
        killedAt = System.nanoTime();
      }
      lose(project);

      Shipped.Result restored = engine(project, "db", "restore", copy.toString(), "--yes");

      assertThat(restored.exitCode()).as(restored.toString()).isZero();
      assertThat(engine(project, "db", "verify").exitCode()).isZero();
      try (ServingProcess engine = ServingProcess.start(project)) {
        assertThat(stored(project)).containsAll(safe(acknowledged, killedAt));
        assertThat(engine.end()).isZero();
      }
    }
  }

  @Test
  void aCopyIsTriedAndTold() throws Exception {
    try (ServingProcess engine = ServingProcess.start(project)) {
      await("the copy goes on", () -> status(project).contains("follows"));
      ping(project);

      Shipped.Result drill = engine(project, "db", "drill", "--copy");

      assertThat(drill.out()).contains("is proven");
      assertThat(engine(project, "doctor").out()).contains("on the disk of the database");
      String health = get("/api/v1/health");
      assertThat(health).contains("\"copy\":{\"folder\":\"" + copy);
      assertThat(get("/metrics")).contains("engine_copy_lag_seconds", "engine_copy_failing 0");
      assertThat(engine.end()).isZero();
    }
    assertThat(status(project)).contains("no engine goes on with the one in");
  }

  @Test
  void aFolderThatIsGoneDisturbsNobodyAndHealsByItself() throws Exception {
    Path aside = root.resolve("aside");
    try (ServingProcess engine = ServingProcess.start(project)) {
      await("the copy goes on", () -> status(project).contains("follows"));
      Files.move(copy, aside);
      String first = ping(project);
      await("it is told", () -> status(project).contains("stands still"));

      String second = ping(project);

      assertThat(status(project)).contains("make it, or mount its disk");
      Files.move(aside, copy);
      await("it goes on again", () -> status(project).contains("follows"));
      assertThat(engine(project, "db", "drill", "--copy").out()).contains("is proven");
      assertThat(stored(project)).contains(first, second);
      assertThat(engine.end()).isZero();
    }
  }

  @Test
  void aFullDiskDisturbsNobodyAndHealsByItself() throws Exception {
    assumeTrue(SmallDisk.isPossible(), "this user may not mount a file system");
    try (SmallDisk disk = SmallDisk.in(copy, 8)) {
      copyTo(project, disk.seen());
      try (ServingProcess engine = ServingProcess.start(project)) {
        await("the copy goes on", () -> status(project).contains("follows"));
        disk.fill();
        String first = ping(project);
        await("it is told", () -> status(project).contains("stands still"));

        String second = ping(project);

        disk.clear();
        await("it goes on again", () -> status(project).contains("follows"));
        assertThat(engine(project, "db", "drill", "--copy").out()).contains("is proven");
        assertThat(stored(project)).contains(first, second);
        assertThat(engine.end()).isZero();
      }
    }
  }

  @Test
  void anotherProjectsFolderIsRefused() throws Exception {
    Path other = Shipped.project(Files.createDirectory(root.resolve("other")));
    copyTo(other, copy);
    try (ServingProcess engine = ServingProcess.start(project);
        ServingProcess second = ServingProcess.start(other)) {
      await("one of them has it", () -> follows(project) != follows(other));

      Path refused = follows(project) ? other : project;

      await("it is told", () -> status(refused).contains("has the copy of another database"));
      assertThat(ping(refused)).isNotEmpty();
      assertThat(engine.end()).isZero();
      assertThat(second.end()).isZero();
    }
  }

  private static boolean follows(Path project) {
    return status(project).contains("follows");
  }

  private static Set<String> safe(Map<String, Long> acknowledged, long killedAt) {
    Set<String> safe = new HashSet<>();
    acknowledged.forEach(
        (id, at) -> {
          if (killedAt - at > SAFE_NANOS) {
            safe.add(id);
          }
        });
    return safe;
  }

  /** As if its disk had failed: nothing of the database is left. */
  private static void lose(Path project) throws IOException {
    Path folder = project.resolve(".engine/data/db");
    for (String name : List.of("system.db", "system.db-wal", "system.db-shm")) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  private static void copyTo(Path project, Path folder) throws IOException {
    Files.writeString(
        project.resolve(".engine/config/engine.toml"),
        "[backup]\ncopy_to = \"%s\"\n".formatted(folder));
  }

  private static String ping(Path project) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        ServingProcess.post(
            project,
            "/api/v1/pings",
            "{\"message\":\"Deploy now?\"}",
            "Authorization",
            ServingProcess.bearer(project));
    Matcher id = ID.matcher(answer.body());
    assertThat(answer.statusCode() == 201 && id.find()).as(answer.body()).isTrue();
    return id.group(1);
  }

  private static Set<String> stored(Path project) throws IOException, InterruptedException {
    Set<String> ids = new HashSet<>();
    Pattern next = Pattern.compile("\"next\":\"([^\"]+)\"");
    String path = "/api/v1/pings?limit=500";
    while (!path.isEmpty()) {
      String page =
          ServingProcess.get(project, path, "Authorization", ServingProcess.bearer(project)).body();
      ID.matcher(page).results().forEach(id -> ids.add(id.group(1)));
      Matcher more = next.matcher(page);
      path = more.find() ? "/api/v1/pings?limit=500&after=" + more.group(1) : "";
    }
    return ids;
  }

  private String get(String path) throws IOException, InterruptedException {
    return ServingProcess.get(project, path, "Authorization", ServingProcess.bearer(project))
        .body();
  }

  private static String status(Path project) {
    return engine(project, "status").out();
  }

  private static Shipped.Result engine(Path project, String... words) {
    return Shipped.engine(project, words);
  }

  private static void await(String what, BooleanSupplier isSo) {
    long begun = System.nanoTime();
    while (!isSo.getAsBoolean()) {
      assertThat(System.nanoTime() - begun).as(what).isLessThan(HANG_NANOS);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }
}
