package dev.engine.app;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard of a large fleet in a real browser, while hooks of other processes keep firing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DashboardIT {

  private DashboardScene scene;
  private FiringHooks hooks;

  @BeforeAll
  void open(@TempDir Path project, @TempDir Path profile) throws Exception {
    scene = DashboardScene.seeded(project, profile);
    hooks = FiringHooks.start(scene.fleet());
  }

  @AfterAll
  void close() {
    hooks.close();
    scene.close();
  }

  @Nested
  final class Live implements DashboardLive {
    @Override
    public DashboardScene scene() {
      return scene;
    }
  }

  @Nested
  final class Keys implements DashboardKeys {
    @Override
    public DashboardScene scene() {
      return scene;
    }
  }

  @Nested
  final class Looks implements DashboardLooks {
    @Override
    public DashboardScene scene() {
      return scene;
    }
  }

  @Nested
  final class Acts implements DashboardActs {
    @Override
    public DashboardScene scene() {
      return scene;
    }
  }
}
