package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;

/** What a person does with what was staged, priorities and contacts is done in the store. */
interface DashboardYours {

  DashboardScene scene();

  @Test
  default void aStagedTextIsApproved() throws Exception {
    Dashboard dashboard = scene().dashboard();
    String item =
        StreamSupport.stream(
                scene().fleet().get("staged-content?progress=staged").path("items").spliterator(),
                false)
            .filter(each -> each.path("kind").asString().equals("markdown"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    dashboard.show("portal/" + item);
    dashboard.awaitText("A report");

    dashboard.type("Comment", "Well done.");
    dashboard.click(".panel", "Approve");

    dashboard.awaitToast("Approved.");
    JsonNode approved = scene().fleet().get("staged-content/" + item);
    assertThat(approved.path("state").asString()).isEqualTo("approved");
    assertThat(approved.path("comment").asString()).isEqualTo("Well done.");
    dashboard.assertQuiet();
  }

  @Test
  default void whatIsRejectedNeedsAReason() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("portal");
    dashboard.press("j", Keys.ENTER);

    dashboard.click(".panel", "Reject");

    dashboard.awaitText("Say why you reject it");
    assertThat(scene().browser().text("document.activeElement.tagName")).isEqualTo("TEXTAREA");
    dashboard.assertQuiet();
  }

  @Test
  default void prioritiesAreMovedAndCompletedByKeys() throws Exception {
    Dashboard dashboard = scene().dashboard();
    List<String> before = open();
    dashboard.show("priorities");
    scene().browser().await("document.querySelectorAll('.priority').length > 50");

    dashboard.press("j", Keys.chord(Keys.ALT, Keys.ARROW_DOWN));
    WorkerScene.await(() -> open().get(1).equals(before.get(0)), () -> open().toString());
    dashboard.press("m", Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ENTER);
    WorkerScene.await(() -> open().get(3).equals(before.get(0)), () -> open().toString());
    assertThat(dashboard.focused()).isEqualTo(before.get(0));
    dashboard.press("c");

    WorkerScene.await(() -> !open().contains(before.get(0)), () -> open().toString());
    assertThat(open().subList(0, 3)).isEqualTo(before.subList(1, 4));
    dashboard.assertQuiet();
  }

  private List<String> open() {
    JsonNode items = scene().fleet().get("priorities?pool=main&limit=200").path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(each -> !each.has("completedAt"))
        .map(each -> each.path("content").asString())
        .toList();
  }

  @Test
  default void aPriorityIsAdded() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("priorities");

    dashboard.type("Add to main", "water the plants");
    dashboard.press(Keys.ENTER);

    dashboard.awaitText("water the plants");
    assertThat(open()).contains("water the plants");
    dashboard.assertQuiet();
  }

  @Test
  default void aContactIsFoundByAnyField() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("contacts");

    dashboard.type("Find a contact", "conference 137");

    dashboard.awaitText("person137@example.org");
    dashboard.awaitNoText("person1@example.org");
    scene().browser().script("document.activeElement.blur()");
    dashboard.press("j", Keys.ENTER);
    dashboard.awaitText("met at conference 137");
    dashboard.assertQuiet();
  }

  @Test
  default void aContactIsChanged() throws Exception {
    Dashboard dashboard = scene().dashboard();
    String person =
        scene()
            .fleet()
            .get("contacts?search=person42@&limit=1")
            .path("items")
            .path(0)
            .path("id")
            .asString();
    dashboard.show("contacts/" + person);

    dashboard.click(".panel", "Edit");
    dashboard.type("Notes", "Knows the archive.");
    dashboard.click(".panel", "Save");

    dashboard.awaitToast("Saved.");
    assertThat(scene().fleet().get("contacts/" + person).path("notes").asString())
        .isEqualTo("Knows the archive.");
    dashboard.assertQuiet();
  }
}
