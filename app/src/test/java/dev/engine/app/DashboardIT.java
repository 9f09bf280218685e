package dev.engine.app;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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

  /** What one test provoked is not told of the next. */
  @BeforeEach
  void forgive() throws IOException {
    scene.browser().forgive(scene.dashboard().origin());
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
  final class Focus implements DashboardFocus {
    @Override
    public DashboardScene scene() {
      return scene;
    }
  }

  @Nested
  final class Layout implements DashboardLayout {
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
  final class Now implements DashboardNow {
    @Override
    public DashboardScene scene() {
      return scene;
    }
  }

  @Nested
  final class Work implements DashboardWork {
    @Override
    public DashboardScene scene() {
      return scene;
    }
  }

  @Nested
  final class Yours implements DashboardYours {
    @Override
    public DashboardScene scene() {
      return scene;
    }
  }

  @Nested
  final class Drafts implements DashboardDrafts {
    @Override
    public DashboardScene scene() {
      return scene;
    }
  }

  @Nested
  final class Reads implements DashboardReads {
    @Override
    public DashboardScene scene() {
      return scene;
    }
  }

  @Nested
  final class Tabs implements DashboardTabs {
    @Override
    public DashboardScene scene() {
      return scene;
    }
  }
}
