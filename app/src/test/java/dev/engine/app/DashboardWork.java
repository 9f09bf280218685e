package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a person does with workers, missions and notices in the dashboard is done in the store. */
interface DashboardWork {

  DashboardScene scene();

  private String first(String list) {
    return scene().fleet().get(list).path("items").path(0).path("id").asString();
  }

  @Test
  default void aFailedWorkerRunsAgain() throws Exception {
    Dashboard dashboard = scene().dashboard();
    String worker = first("workers?status=failed&limit=1");
    dashboard.show("workers/" + worker);
    dashboard.awaitText("no such branch");

    dashboard.click(".panel", "Run again");

    dashboard.awaitToast("It waits for its turn again.");
    scene().browser().await("document.querySelector('.panel').innerText.includes('exit code 0')");
    assertThat(scene().fleet().get("workers/" + worker).path("status").asString())
        .isEqualTo("complete");
    dashboard.assertQuiet();
  }

  @Test
  default void aWorkerThatWasCancelledIsCalledThatAndRunsAgain() throws Exception {
    Dashboard dashboard = scene().dashboard();
    Map<String, Object> order =
        Map.of("primitive", "review", "instructions", "Look.", "runAfter", "2099-01-01T00:00:00Z");
    String worker = scene().fleet().post("workers", order).path("id").asString();
    scene().fleet().post("workers/" + worker + "/cancel", SeededFleet.NOTHING);

    dashboard.show("workers/" + worker);

    scene().browser().await("document.querySelector('.panel .badge')?.textContent === 'cancelled'");
    dashboard.click(".panel", "Run again");
    dashboard.awaitToast("It waits for its turn again.");
    dashboard.assertQuiet();
  }

  @Test
  default void theWorkersAreNarrowedByStatus() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("workers");

    dashboard.click(".filters", "pending");

    scene().browser().await("document.querySelectorAll('.worker').length > 0");
    scene()
        .browser()
        .await(
            "[...document.querySelectorAll('.worker')]"
                + ".every((each) => each.innerText.startsWith('pending'))");
    dashboard.assertQuiet();
  }

  @Test
  default void aMissionIsChangedAfterItsPreview() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("missions/mission-1");
    dashboard.awaitText("Summarise the day of team 1.");

    dashboard.click(".panel", "Edit");
    dashboard.type("Schedule", "30 9 * * *");
    scene().browser().await("document.querySelectorAll('.preview li').length === 5");
    String preview = dashboard.element(".preview").getText();
    dashboard.click(".panel", "Save");

    dashboard.awaitToast("It is changed.");
    assertThat(preview).contains("9:30");
    assertThat(scene().fleet().get("scheduled-missions/mission-1").path("schedule").asString())
        .isEqualTo("30 9 * * *");
    dashboard.assertQuiet();
  }

  @Test
  default void aFieldThatIsEmptiedIsAsIfItWasNeverGiven() throws Exception {
    Dashboard dashboard = scene().dashboard();
    scene()
        .fleet()
        .post(
            "scheduled-missions",
            Map.of(
                "slug", "weekly-limited",
                "name", "Limited",
                "prompt", "Look.",
                "primitive", "review",
                "schedule", "0 7 * * *",
                "timezone", "UTC",
                "maxCatchUp", 3,
                "maxLatenessSeconds", 3600));
    dashboard.show("missions/weekly-limited");

    dashboard.click(".panel", "Edit");
    dashboard.click(".panel", "Missed slots, overlap and limits");
    dashboard.type("Runs to catch up at most", "");
    dashboard.type("Hours a slot may be late", "");
    scene()
        .browser()
        .await("!document.querySelector('.toasts')?.innerText.includes('It is changed.')");
    dashboard.click(".panel", "Save");

    dashboard.awaitToast("It is changed.");
    JsonNode limited = scene().fleet().get("scheduled-missions/weekly-limited");
    assertThat(limited.path("maxCatchUp").asInt()).isEqualTo(10);
    assertThat(limited.path("maxLatenessSeconds").asInt()).isEqualTo(86_400);
    dashboard.assertQuiet();
  }

  @Test
  default void aScheduleThatIsNoneIsRefusedWhileItIsWritten() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("missions/mission-2");
    dashboard.awaitText("Summarise the day of team 2.");

    dashboard.click(".panel", "Edit");
    dashboard.type("Schedule", "whenever");

    scene()
        .browser()
        .await("document.querySelector('.preview').innerText.includes('five cron fields')");
    scene().browser().forgive(dashboard.origin()); // the browser tells of each answer 400
    dashboard.click(".panel", "Cancel");
  }

  @Test
  default void aNoticeIsWithdrawn() throws Exception {
    Dashboard dashboard = scene().dashboard();
    String notice = first("notifications?waiting=true&limit=1");
    dashboard.show("notifications/" + notice);

    dashboard.click(".panel", "Withdraw");
    dashboard.type("Why", "It was settled by telephone.");
    dashboard.click(".panel", "Withdraw it");

    dashboard.awaitToast("It is withdrawn.");
    assertThat(scene().fleet().get("notifications/" + notice).path("reason").asString())
        .isEqualTo("It was settled by telephone.");
    dashboard.assertQuiet();
  }
}
