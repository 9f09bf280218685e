package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WindowType;
import tools.jackson.databind.JsonNode;

/** The dashboard in more tabs than the browser allows connections to one host, which is six. */
interface DashboardTabs {

  int TABS = 8;

  DashboardScene scene();

  /** Has the tab keep the place of each event of which it hears. */
  String LISTEN =
      """
      const done = arguments[0];
      import("/assets/page/data/feed.js").then(({ feed }) => {
        window.heard = [];
        feed.listen((event) => window.heard.push(event === null ? null : event.position));
        done(true);
      });
      """;

  /** A read that hangs tells of itself by its time. */
  String READ =
      """
      const done = arguments[0];
      fetch("/api/v1/accounts", { signal: AbortSignal.timeout(5000) })
        .then((answer) => done(answer.status), (failure) => done(failure.name));
      """;

  @Test
  default void manyTabsReadByOneStreamAndTheNextFollowsWhereOneEnds() throws Exception {
    Browser browser = scene().browser();
    WebDriver driver = browser.driver();
    String first = driver.getWindowHandle();
    browser.open(URI.create("about:blank"));
    List<String> tabs = new ArrayList<>();
    for (int i = 0; i < TABS; i++) {
      driver.switchTo().newWindow(WindowType.TAB);
      tabs.add(driver.getWindowHandle());
      browser.open(scene().dashboard().origin().resolve("/#/priorities"));
      browser.await("document.querySelector('.connection')?.innerText === 'Live'");
      browser.asyncScript(LISTEN);
    }
    assertThat(browser.asyncScript(READ)).isEqualTo(200L);

    driver.switchTo().window(tabs.removeFirst()).close(); // the one that leads

    driver.switchTo().window(tabs.getFirst());
    long last =
        scene().fleet().get("events?limit=1").path("items").path(0).path("position").asLong();
    for (String tab : Set.of(tabs.getFirst(), tabs.getLast())) {
      driver.switchTo().window(tab);
      browser.await("window.heard.some((each) => each > " + (last + 5) + ")");
      assertThat(browser.asyncScript(READ)).isEqualTo(200L);
      String heard = browser.text("window.heard.join(' ')"); // once, for more comes meanwhile
      assertThat(heard).isEqualTo(happened(heard.split(" ", -1)));
    }
    scene().dashboard().assertQuiet();
    for (String tab : tabs) {
      driver.switchTo().window(tab).close();
    }
    driver.switchTo().window(first);
    scene().dashboard().signIn();
  }

  /** Has the page be told that it is seen, or not any more. */
  String BE_HIDDEN =
      """
      Object.defineProperty(document, "hidden", { value: arguments[0], configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
      """;

  @Test
  default void aLogIsFollowedOnlyWhileItIsSeen() throws Exception {
    Browser browser = scene().browser();
    Dashboard dashboard = scene().dashboard();
    JsonNode running = scene().fleet().get("workers?status=running&limit=1").path("items").path(0);
    dashboard.show("fleet");
    browser.script(
        """
        const real = window.fetch;
        window.logs = [];
        window.fetch = (address, options) => {
          if (address.includes("/log?") && options.headers.Accept === "text/event-stream") {
            window.logs.push(options.signal);
          }
          return real(address, options);
        };
        """);
    dashboard.show("workers/" + running.path("id").asString());
    browser.await("document.querySelector('.log-foot')?.innerText === 'live'");

    browser.script(BE_HIDDEN, true);
    assertThat(browser.is("window.logs.length === 1 && window.logs[0].aborted")).isTrue();
    browser.script(BE_HIDDEN, false);

    browser.await("window.logs.length === 2 && !window.logs[1].aborted");
    dashboard.signIn(); // with a fetch of its own again
    browser.forgive(dashboard.origin()); // the browser tells of the answer 416: it printed nothing
  }

  /** What the journal has between the first and the last event of which a tab has heard. */
  private String happened(String[] heard) {
    long first = Long.parseLong(heard[0]);
    long last = Long.parseLong(heard[heard.length - 1]);
    List<String> positions = new ArrayList<>();
    for (JsonNode event : scene().fleet().get("events?limit=500").path("items")) {
      long position = event.path("position").asLong();
      if (position >= first && position <= last) {
        positions.addFirst(Long.toString(position));
      }
    }
    return String.join(" ", positions);
  }
}
