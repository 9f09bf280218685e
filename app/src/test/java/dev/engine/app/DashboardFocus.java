package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** The focus is never lost: what leaves the page hands it on, and what comes takes it once. */
interface DashboardFocus {

  DashboardScene scene();

  @Test
  default void whoClosesAPanelIsBackAtItsRow() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("workers");
    scene().browser().await("document.querySelectorAll('.worker').length > 20");
    for (int i = 0; i < 16; i++) {
      dashboard.press("j");
    }
    String row = scene().browser().text("document.activeElement.hash");

    dashboard.press(Keys.ENTER);
    scene().browser().await("document.activeElement.matches('.panel')");
    dashboard.press(Keys.ESCAPE);

    scene().browser().await("!document.querySelector('.panel')");
    scene().browser().await("document.activeElement.hash === '" + row + "'");
    dashboard.assertQuiet();
  }

  @Test
  default void whoSettlesSomethingIsAtTheNext() throws Exception {
    Dashboard dashboard = scene().dashboard();
    ping("Is this the first?");
    String next = ping("Is this the one after it?");
    dashboard.show("attention");
    dashboard.awaitText("Is this the one after it?");
    scene()
        .browser()
        .script(
            """
            [...document.querySelectorAll("main .waiting")]
              .find((each) => each.innerText.includes("Is this the first?"))
              .querySelector("[data-row]").focus();
            """);

    dashboard.tabTo("Acknowledge");
    dashboard.press(Keys.ENTER);

    dashboard.awaitNoText("Is this the first?");
    scene().browser().await("document.activeElement.innerText === 'Is this the one after it?'");
    putOff(next);
    dashboard.assertQuiet();
  }

  @Test
  default void anAnswerIsWrittenAtOnceAndGivenUpWhereItBegan() throws Exception {
    Dashboard dashboard = scene().dashboard();
    String ping = ping("Where is the focus?");
    dashboard.show("attention");
    dashboard.awaitText("Where is the focus?");

    dashboard.click("main .waiting:has(button.primary)", "Answer");

    scene().browser().await("document.activeElement.matches('main .waiting textarea')");
    dashboard.click("main .waiting", "Cancel");
    scene().browser().await("document.activeElement.innerText === 'Answer'");
    putOff(ping);
    dashboard.assertQuiet();
  }

  @Test
  default void anotherViewTakesTheFocusAndScrolls() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("fleet");

    dashboard.press("g", "c");

    scene().browser().await("document.activeElement.matches('main.view-contacts')");
    scene().browser().await("document.querySelectorAll('.row').length > 20");
    dashboard.press(Keys.PAGE_DOWN);
    scene().browser().await("document.querySelector('.split > div').scrollTop > 200");
    dashboard.assertQuiet();
  }

  @Test
  default void aNewNameLeavesTheFocusWhereOneWrites() throws Exception {
    Dashboard dashboard = scene().dashboard();
    String person =
        scene().fleet().post("contacts", Map.of("name", "Old Name")).path("id").asString();
    dashboard.show("contacts/" + person);
    dashboard.click(".panel", "Edit");
    scene().browser().await("document.activeElement.name === 'name'");
    dashboard.press(Keys.TAB, "a");

    rename(person, "New Name");
    scene().browser().await("document.querySelector('.panel h2').innerText === 'New Name'");
    dashboard.press("b");

    assertThat(scene().browser().text("document.querySelector('[name=email]').value"))
        .isEqualTo("ab");
    dashboard.click(".panel", "Cancel");
    dashboard.assertQuiet();
  }

  @Test
  default void aDoubleClickIsNoYes() throws Exception {
    Dashboard dashboard = scene().dashboard();
    String person =
        scene().fleet().post("contacts", Map.of("name", "Hit Twice")).path("id").asString();
    dashboard.show("contacts/" + person);

    new Actions(scene().browser().driver())
        .doubleClick(dashboard.control(".panel", "Remove"))
        .perform();

    dashboard.control(".panel", "Remove for good?");
    assertThat(scene().fleet().get("contacts/" + person).path("name").asString())
        .isEqualTo("Hit Twice");
    dashboard.assertQuiet();
  }

  private void rename(String person, String name) {
    scene()
        .browser()
        .asyncScript(
            """
            const [id, name, done] = arguments;
            const path = `/api/v1/contacts/${id}`;
            fetch(path).then((seen) => fetch(path, {
              method: "PUT",
              headers: { "Content-Type": "application/json", "If-Match": seen.headers.get("ETag") },
              body: JSON.stringify({ name }),
            })).then((answer) => done(answer.ok));
            """,
            person,
            name);
  }

  private String ping(String message) {
    Map<String, String> ping = Map.of("message", message, "urgency", "critical");
    return scene().fleet().post("pings", ping).path("id").asString();
  }

  /** What the next tests see is not of this one. */
  private void putOff(String ping) {
    scene().fleet().post("attention/ping-" + ping + "/snooze", Map.of("pause", "1d"));
  }
}
