package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the dashboard says while it cannot know, and what it knows afterwards. */
final class DashboardOutageIT {

  private static final String SAYS = "document.querySelector('.connection')?.innerText";

  /** What a screen reader says of it whenever it changes: not each second. */
  private static final String READ_OUT =
      "document.querySelector('.connection [role=status]').innerText";

  private static final int MEANWHILE = 5;

  @TempDir private Path project;

  @TempDir private Path profile;

  /** Takes half a minute: an engine that says nothing is given up only after that. */
  @Test
  void whatHappenedWhileAnEngineStoodStillIsSeenAfterwards() throws Exception {
    try (DashboardScene scene = DashboardScene.empty(project, profile)) {
      Dashboard dashboard = scene.dashboard();
      begin(scene, "before");
      dashboard.awaitText("before it was cut");

      scene.standStill();
      scene.browser().await(SAYS + ".startsWith('Stale')");
      for (int i = 1; i <= MEANWHILE; i++) {
        scene.fleet().hook("meanwhile-" + i, "SessionStart", "\"source\":\"startup\"");
      }
      scene.goOn();

      scene.browser().await(SAYS + " === 'Live'");
      scene
          .browser()
          .await("document.querySelectorAll('.conversation').length === " + (MEANWHILE + 1));
      dashboard.show("timeline");
      scene
          .browser()
          .await(
              "[...document.querySelectorAll('.event-kind')]"
                  + ".filter((each) => each.innerText === 'session.started').length === "
                  + (MEANWHILE + 1));
      dashboard.assertQuiet();
    }
  }

  @Test
  void anEngineThatWasStartedAnewKnowsNoBrowserAndLostNothing() throws Exception {
    try (DashboardScene scene = DashboardScene.empty(project, profile)) {
      Dashboard dashboard = scene.dashboard();
      begin(scene, "before");
      dashboard.awaitText("before it was cut");

      scene.kill();
      scene.browser().await(SAYS + ".startsWith('Stale for')");
      assertThat(scene.browser().text(READ_OUT)).isEqualTo("Stale");
      scene.fleet().hook("meanwhile", "SessionStart", "\"source\":\"startup\"");
      assertThat(dashboard.main()).contains("before it was cut");
      scene.restart();

      scene.browser().await("document.querySelector('h1').innerText === 'Signed out'");
      assertThat(scene.browser().text("document.body.innerText"))
          .contains("engine dashboard")
          .doesNotContain("before it was cut", "Fleet", "Attention");
      assertThat(scene.browser().text("document.title")).isEqualTo("Engine");
      scene.browser().forgive(dashboard.origin()); // the browser tells of each failed request
      dashboard.signIn();
      scene.browser().await("document.querySelectorAll('.conversation').length === 2");
      dashboard.assertQuiet();
    }
  }

  @Test
  void aLinkWorksOnceAndAPageWithoutItShowsNothing() throws Exception {
    try (DashboardScene scene = DashboardScene.empty(project, profile)) {
      begin(scene, "before");
      scene.browser().driver().manage().deleteAllCookies();

      scene.browser().open(scene.dashboard().origin());

      assertThat(scene.browser().text("document.body.innerText"))
          .contains("engine dashboard")
          .doesNotContain("before it was cut");
      assertThat(scene.browser().number("document.scripts.length")).isZero();
    }
  }

  /** A session that says what it works on. */
  private static void begin(DashboardScene scene, String name) throws Exception {
    String claudeSession = name.replace(' ', '-');
    scene.fleet().event(claudeSession, "SessionStart", Map.of("source", "startup"));
    String id =
        scene.fleet().get("sessions?live=true&limit=1").path("items").path(0).path("id").asString();
    scene.fleet().put("sessions/" + id + "/status", Map.of("text", name + " it was cut"));
  }
}
