package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard of a fleet that wants to take it over. */
final class DashboardHostileIT {

  /** What no text may become: elements, handlers, addresses that run or lead elsewhere. */
  private static final String INTRUDERS =
      """
      const bad = "script:not([src^='/assets/']):not([type=importmap]), iframe, object, embed, img,"
        + " video, audio, base, meta[http-equiv], link:not([href^='/assets/']), style, template,"
        + " math, form[action], [srcdoc], [name=getElementById], a#app";
      const found = [...document.querySelectorAll(bad)].map((each) => each.outerHTML);
      for (const each of document.querySelectorAll("*")) {
        for (const { name, value } of each.attributes) {
          const leads = ["href", "src", "action", "formaction", "data", "xlink:href"].includes(name);
          if (name.startsWith("on") || name === "style"
              || leads && /^\\s*(javascript|data|vbscript):/i.test(value)) {
            found.push(`${each.tagName} ${name}=${value}`);
          }
        }
      }
      if ("stolen" in window) {
        found.push("a script ran: " + window.stolen);
      }
      return found.join("\\n");
      """;

  private static final String OPEN_ALL =
      "document.querySelectorAll('details').forEach((each) => { each.open = true; })";

  /** How many of the corpus each kind of thing says; all of them in each field would take long. */
  private static final int FEW = 520;

  @TempDir private Path project;

  @TempDir private Path profile;

  @Test
  void everyTextIsATextAndNothingElse() throws Exception {
    try (DashboardScene scene = DashboardScene.empty(project, profile)) {
      HostileFleet hostile = new HostileFleet(scene.fleet());
      List<String> markup = HostilePage.markup();
      for (int i = 0; i < markup.size(); i++) {
        hostile.sayEverywhere(markup.get(i), i);
      }
      List<String> others = HostilePage.texts();
      hostile.say(others.subList(markup.size(), markup.size() + FEW));
      Dashboard dashboard = scene.dashboard();
      dashboard.signIn();
      List<String> intruders = new ArrayList<>();

      for (String place : places(dashboard, hostile)) {
        dashboard.show(place);
        scene.browser().script(OPEN_ALL);
        dashboard.settle();
        String found = String.valueOf(scene.browser().script(INTRUDERS));
        if (!found.isEmpty()) {
          intruders.add(place + ": " + found);
        }
      }

      assertThat(intruders).isEmpty();
      assertThat(hostile.taken().values()).allMatch(count -> count >= markup.size() - 5);
      dashboard.assertQuiet();
      assertShownAsTyped(dashboard);
      assertIntrudersAreFound(scene.browser());
    }
  }

  /** Every view, and a sample of what can be opened. */
  private static List<String> places(Dashboard dashboard, HostileFleet hostile) {
    List<String> places = new ArrayList<>(dashboard.views());
    places.addAll(hostile.places());
    return places;
  }

  private static void assertIntrudersAreFound(Browser browser) {
    browser.script("document.body.append(document.createElement('iframe'))");

    assertThat(String.valueOf(browser.script(INTRUDERS))).contains("iframe");
  }

  private static void assertShownAsTyped(Dashboard dashboard) {
    dashboard.show("priorities");
    for (String text : HostilePage.markup()) {
      dashboard.awaitText(text.strip());
    }
  }
}
