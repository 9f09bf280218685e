package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WindowType;

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
      dashboard.show("notifications");
      dashboard.click("Tell a conversation");
      dashboard.type("Message", "half of a message");
      scene.restart();

      scene.browser().await("document.querySelector('h1').innerText === 'Signed out'");
      assertThat(scene.browser().text("document.body.innerText"))
          .contains("engine dashboard")
          .doesNotContain("before it was cut", "Fleet", "Attention");
      assertThat(scene.browser().text("document.title")).isEqualTo("Engine");
      assertThat(scene.browser().is("document.querySelector('.gate button').matches(':focus')"))
          .isTrue();
      signInByAnotherTab(scene);
      assertThat(dashboard.field("Message").getDomProperty("value")).isEqualTo("half of a message");
      scene.browser().forgive(dashboard.origin()); // the browser tells of each failed request
      hurryItsClocks(scene);
      dashboard.signIn();
      scene.browser().await("document.querySelectorAll('.conversation').length === 2");
      seeSomethingWaitAgain(scene);
      dashboard.assertQuiet();
    }
  }

  /** What was begun in the tab that was signed out is there again. */
  private static void signInByAnotherTab(DashboardScene scene) throws Exception {
    WebDriver driver = scene.browser().driver();
    String first = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    scene.dashboard().signIn();
    driver.close();
    driver.switchTo().window(first);
    scene.browser().await("!document.querySelector('.gate') && " + SAYS + " === 'Live'");
  }

  /**
   * What a page does by itself at intervals, it does twenty times as often from its next load on.
   */
  private static void hurryItsClocks(DashboardScene scene) {
    String script =
        """
        const real = window.setInterval;
        window.setInterval = (work, millis) => real(work, millis / 20);
        """;
    scene
        .browser()
        .driver()
        .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
  }

  /** That a pause is over is no event. */
  private static void seeSomethingWaitAgain(DashboardScene scene) throws Exception {
    scene.dashboard().show("fleet");
    String id = scene.fleet().post("pings", Map.of("message", "Later?")).path("id").asString();
    scene.fleet().post("attention/" + id + "/snooze", Map.of("pause", "2s"));
    String strip = "document.querySelector('.strip')?.innerText.includes('Later?')";
    scene.browser().await("!" + strip);
    scene.browser().await(strip);
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
