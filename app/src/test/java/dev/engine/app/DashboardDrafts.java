package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import tools.jackson.databind.JsonNode;

/** What a person has begun to write in the dashboard is not lost, and not sent twice. */
interface DashboardDrafts {

  DashboardScene scene();

  /** The newest event that the timeline shows. */
  String NEWEST = "document.querySelector('.virtual a').hash";

  @Test
  default void aFilterIsTypedWhileEventsCome() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("timeline");
    String before = scene().browser().text(NEWEST);

    dashboard.type("Of which conversation", "project-0000");
    scene().browser().await(NEWEST + " !== '" + before + "'");

    assertThat(dashboard.field("Of which conversation").getDomProperty("value"))
        .isEqualTo("project-0000");
    dashboard.press("0001", Keys.ENTER);
    scene().browser().await("location.hash === '#/timeline?conversation=project-00000001'");
    dashboard.assertQuiet();
  }

  @Test
  default void anAnswerIsWrittenWhileWorseThingsCome() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("fleet");
    String third = thirdThatCanBeAnswered();
    scene()
        .browser()
        .await(
            "document.querySelectorAll('.strip article')[2].innerText.includes('" + third + "')");

    dashboard.click(".strip article:nth-of-type(3)", "Answer");
    dashboard.type("Answer", "Yes, but");
    JsonNode worse =
        scene().fleet().post("pings", Map.of("message", "Worse?", "urgency", "critical"));

    scene().browser().await("document.querySelectorAll('.strip article').length === 4");
    assertThat(dashboard.field("Answer").getDomProperty("value")).isEqualTo("Yes, but");
    dashboard.show("attention");
    assertThat(dashboard.field("Answer").getDomProperty("value")).isEqualTo("Yes, but");
    dashboard.click("main .form", "Cancel");
    settle(worse.path("id").asString());
    dashboard.assertQuiet();
  }

  /** What stands third then; nothing is worse than high. */
  private String thirdThatCanBeAnswered() {
    JsonNode items = waiting();
    for (int i = 0; i < items.size(); i++) {
      JsonNode item = items.path(i);
      if (item.path("urgency").asString().equals("critical")) {
        settle(item.path("id").asString());
      }
    }
    while (!canBeAnswered(waiting().path(2))) {
      settle(waiting().path(2).path("id").asString());
    }
    return waiting().path(2).path("reason").asString();
  }

  private JsonNode waiting() {
    return scene().fleet().get("attention?limit=100").path("items");
  }

  private static boolean canBeAnswered(JsonNode item) {
    return StreamSupport.stream(item.path("acts").spliterator(), false)
        .anyMatch(act -> act.asString().equals("answer"));
  }

  private void settle(String id) {
    scene().fleet().post("attention/" + id + "/snooze", Map.of("pause", "1d"));
  }

  @Test
  default void markingATextToOutsideOfADialogKeepsIt() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("notifications");
    dashboard.click("Tell a conversation");
    dashboard.type("Message", "a message of some words");
    WebElement field = dashboard.field("Message");
    WebElement dialog = dashboard.element("dialog");
    int outside = dialog.getSize().getHeight() / 2 + 20;

    new Actions(scene().browser().driver())
        .moveToElement(field)
        .clickAndHold()
        .moveToElement(dialog, 0, -outside)
        .release()
        .perform();

    assertThat(field.getDomProperty("value")).isEqualTo("a message of some words");
    assertThat(scene().browser().is("document.querySelector('dialog[open]')")).isTrue();
    new Actions(scene().browser().driver()).moveToElement(dialog, 0, -outside).click().perform();
    scene().browser().await("!document.querySelector('dialog')");
    dashboard.assertQuiet();
  }

  @Test
  default void whatIsSentAgainBecauseNoAnswerCameIsDoneOnce() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("notifications");
    loseOneAnswer();
    dashboard.click("Tell a conversation");
    dashboard.type("Conversation", "project-00000009");
    dashboard.type("Message", "told once though sent twice");

    dashboard.click("dialog", "Leave the message");
    scene().browser().await("document.querySelector('dialog [role=alert]')");
    dashboard.click("dialog", "Leave the message");

    dashboard.awaitToast("Its next session is told.");
    JsonNode notices = scene().fleet().get("notifications?conversation=project-00000009");
    assertThat(
            StreamSupport.stream(notices.path("items").spliterator(), false)
                .filter(each -> each.path("title").asString().startsWith("told once")))
        .hasSize(1);
    dashboard.assertQuiet();
  }

  private void loseOneAnswer() {
    scene()
        .browser()
        .script(
            """
            const real = window.fetch;
            window.fetch = async (address, options) => {
              const answer = await real(address, options);
              if (options?.method !== "POST") {
                return answer;
              }
              window.fetch = real;
              throw new TypeError("it was lost on its way");
            };
            """);
  }
}
