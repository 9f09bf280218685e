package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a person does about what waits for them is done in the store. */
interface DashboardNow {

  DashboardScene scene();

  @Test
  default void aPingIsAnswered() throws Exception {
    Dashboard dashboard = scene().dashboard();
    JsonNode ping = ping("May I answer this?");
    dashboard.show("attention");
    String article = articleOf("May I answer this?");

    dashboard.click(article, "Answer");
    dashboard.type("Answer", "Yes, by all means.");
    dashboard.click("Send the answer");

    dashboard.awaitNoText("May I answer this?");
    assertThat(show("pings/", ping).path("answer").asString()).isEqualTo("Yes, by all means.");
    dashboard.assertQuiet();
  }

  @Test
  default void aPingIsAcknowledgedAndAnotherSnoozed() throws Exception {
    Dashboard dashboard = scene().dashboard();
    JsonNode seen = ping("May I be acknowledged?");
    JsonNode later = ping("May I be snoozed?");
    dashboard.show("attention");

    dashboard.click(articleOf("May I be acknowledged?"), "Acknowledge");
    dashboard.click(articleOf("May I be snoozed?"), "Snooze");
    dashboard.click(articleOf("May I be snoozed?"), "1 hour");

    dashboard.awaitNoText("May I be acknowledged?");
    dashboard.awaitNoText("May I be snoozed?");
    assertThat(show("pings/", seen).path("state").asString()).isEqualTo("acknowledged");
    assertThat(show("pings/", later).has("snoozedUntil")).isTrue();
    dashboard.assertQuiet();
  }

  /** None is overdue while an engine runs them, so the page is told of one that would be. */
  @Test
  default void anOverdueMissionIsRun() throws Exception {
    Dashboard dashboard = scene().dashboard();
    String mission =
        scene()
            .fleet()
            .post(
                "scheduled-missions",
                Map.of(
                    "slug", "yearly",
                    "name", "Yearly",
                    "prompt", "echo it ran",
                    "primitive", "review",
                    "schedule", "@yearly",
                    "timezone", "UTC"))
            .path("id")
            .asString();
    dashboard.show("attention");
    scene()
        .browser()
        .script(
            """
            const real = window.fetch;
            const overdue = {
              id: `mission_overdue-${arguments[0]}`, kind: "mission_overdue", urgency: "critical",
              subjectId: arguments[0], subjectKind: "scheduled_mission", since: "2026-01-05T12:00:00Z",
              reason: "mission yearly was due and has not run", remedy: "engine why yearly",
              acts: ["acknowledge", "snooze", "run"],
            };
            window.fetch = async (address, options) => {
              const answer = await real(address, options);
              if (!String(address).includes("/attention?")) {
                return answer;
              }
              const read = await answer.json();
              return Response.json({ ...read, items: [overdue, ...read.items] });
            };
            """,
            mission);
    String news = ping("Is something overdue?").path("id").asString(); // has it ask again

    dashboard.click(articleOf("yearly was due"), "Run now");

    dashboard.awaitToast("It runs now.");
    JsonNode slots = scene().fleet().get("missions?scheduled=" + mission).path("items");
    assertThat(slots.path(0).path("trigger").asString()).isEqualTo("person");
    scene().fleet().post("attention/ping-" + news + "/snooze", Map.of("pause", "1d"));
    dashboard.assertQuiet();
    dashboard.signIn(); // a page that is told the truth again
  }

  @Test
  default void whatIsNewIsToldUntilThePersonHasLooked() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("brief");
    dashboard.awaitText("Waits for you");

    dashboard.click("Mark as looked");

    dashboard.awaitToast("From here on it is new.");
    dashboard.awaitNoText("You have not looked yet");
    assertThat(scene().fleet().get("brief").has("since")).isTrue();
    dashboard.assertQuiet();
  }

  @Test
  default void healthTellsOfStoreHooksAndLoops() throws Exception {
    Dashboard dashboard = scene().dashboard();

    dashboard.show("health");

    dashboard.awaitText("Engine");
    for (String part : List.of("0.1.0", "hooks", "backups", "liveness")) {
      dashboard.awaitText(part);
    }
    dashboard.assertQuiet();
  }

  private JsonNode ping(String message) {
    return scene().fleet().post("pings", Map.of("message", message, "urgency", "critical"));
  }

  private JsonNode show(String path, JsonNode thing) {
    return scene().fleet().get(path + thing.path("id").asString());
  }

  /** A selector of the article that has a text, which has to be there before long. */
  private String articleOf(String text) {
    scene().dashboard().awaitText(text);
    scene()
        .browser()
        .script(
            """
            document.querySelectorAll("[data-of-test]")
              .forEach((each) => each.removeAttribute("data-of-test"));
            [...document.querySelectorAll("main article, main li, main tr")]
              .find((each) => each.innerText.includes(arguments[0]))
              .setAttribute("data-of-test", "");
            """,
            text);
    return "[data-of-test]";
  }
}
