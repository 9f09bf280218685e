package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The dashboard by its keys alone. */
interface DashboardKeys {

  DashboardScene scene();

  @Test
  default void questionMarkTellsTheKeysAndEscapeClosesThem() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("fleet");

    dashboard.press("?");

    assertThat(dashboard.element("dialog[open]").getText()).contains("Down and up in a list");
    dashboard.press(Keys.ESCAPE);
    scene().browser().await("!document.querySelector('dialog[open]')");
    dashboard.assertQuiet();
  }

  @Test
  default void twoKeysLeadToEachView() throws Exception {
    Dashboard dashboard = scene().dashboard();
    for (String view : dashboard.views()) {
      String key =
          scene()
              .browser()
              .text("document.querySelector('nav.rail a[href=\"#/%s\"]').title".formatted(view))
              .replaceAll(".*\\(g (.)\\)", "$1");

      dashboard.press("g", key);

      scene().browser().await("document.querySelector('main.view-%s')".formatted(view));
      dashboard.settle();
    }
    dashboard.assertQuiet();
  }

  @Test
  default void jAndKWalkTheFleetAndEnterOpens() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("fleet");

    dashboard.press("j", "j", "j", "k");
    String second = dashboard.focused();
    dashboard.press(Keys.ENTER);

    assertThat(second).matches("[a-z-]+-[0-9a-f]{8}");
    scene().browser().await("document.querySelector('.panel h2')?.innerText === '" + second + "'");
    dashboard.press(Keys.ESCAPE);
    scene().browser().await("!document.querySelector('.panel')");
    dashboard.assertQuiet();
  }

  @Test
  default void jWalksTheTimelineAndEnterOpens() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("timeline?kind=priority.");
    scene().browser().await("document.querySelectorAll('.event').length > 20");

    dashboard.press("j", "j", Keys.ENTER);

    scene()
        .browser()
        .await("document.querySelector('.panel h2')?.innerText.startsWith('priority.')");
    dashboard.press(Keys.ESCAPE);
    scene().browser().await("document.activeElement.matches('.event')");
    dashboard.assertQuiet();
  }

  @Test
  default void keysThatAreTurnedOffDoNothing() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("fleet");
    dashboard.press("?");
    dashboard.field("Keys of one letter or sign work").click();
    dashboard.press(Keys.ESCAPE);

    dashboard.press("g", "t", "?");

    assertThat(scene().browser().text("location.hash")).isEqualTo("#/fleet");
    assertThat(scene().browser().is("document.querySelector('dialog')")).isFalse();
    dashboard.click(".top", "Keys");
    dashboard.field("Keys of one letter or sign work").click();
    dashboard.press(Keys.ESCAPE, "g", "t");
    scene().browser().await("document.querySelector('main.view-timeline')");
    dashboard.assertQuiet();
  }

  @Test
  default void anAddressThatIsNoneLeavesTheRestOfThePage() throws Exception {
    Dashboard dashboard = scene().dashboard();

    dashboard.show("contacts/50%");

    assertThat(dashboard.element(".panel h2").getText()).isEqualTo("Contact 50%");
    scene().browser().await("document.querySelector('.panel [role=alert]')");
    scene().browser().forgive(dashboard.origin()); // the browser tells of the answer 400
    dashboard.press(Keys.ESCAPE);
  }

  @Test
  default void tabGoesThroughThePageAndShowsWhereItIs() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.signIn();

    dashboard.tabTo("To the content");
    dashboard.tabTo("Engine");
    dashboard.tabTo("Keys");
    for (String view : dashboard.views()) {
      dashboard.tabTo(titleOf(view));
      assertThat(scene().browser().is(IS_OUTLINED)).as("the focus is seen at " + view).isTrue();
    }
    dashboard.tabTo("Answer");
    dashboard.assertQuiet();
  }

  /** An outline or a shadow that is there only because of the focus. */
  String IS_OUTLINED =
      """
      (() => {
        const style = getComputedStyle(document.activeElement);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
          || style.boxShadow !== "none";
      })()
      """;

  private String titleOf(String view) {
    return scene()
        .browser()
        .text(
            "document.querySelector('nav.rail a[href=\"#/%s\"] .rail-title').innerText"
                .formatted(view));
  }

  @Test
  default void slashLeadsToTheSearchAndLettersAreThenLetters() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("fleet");
    scene().browser().script("document.activeElement.blur()");

    dashboard.press("/");
    dashboard.press("g", "t");

    assertThat(dashboard.focused()).isEqualTo("Find in the fleet");
    assertThat(scene().browser().text("document.activeElement.value")).isEqualTo("gt");
    assertThat(scene().browser().text("location.hash")).isEqualTo("#/fleet");
    dashboard.press(Keys.BACK_SPACE, Keys.BACK_SPACE);
    scene().browser().script("document.activeElement.blur()");
    dashboard.assertQuiet();
  }
}
