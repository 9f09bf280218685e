package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.attention.AttentionSubject;
import dev.engine.domain.id.WireName;
import dev.engine.domain.journal.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the dashboard shows of a fleet, and how soon. */
interface DashboardLive {

  /** Draws lists of the same things in any choice and order, one after the other. */
  String CHANGING_LISTS =
      """
      const done = arguments[0];
      import("/assets/page/app/html.js").then(({ html, render }) => {
        const box = document.createElement("div");
        const wrong = [];
        let seed = 1;
        const chance = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
        for (let round = 0; round < 2000; round++) {
          const keys = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
            .filter(() => chance() < 0.5)
            .map((key) => [chance(), key])
            .sort(([one], [other]) => one - other)
            .map(([, key]) => key);
          render(html`<ul>${keys.map((key) => html`<li key=${key}>${key}</li>`)}</ul>`, box);
          const shown = [...box.querySelectorAll("li")].map((each) => each.textContent);
          String(shown) === String(keys) || wrong.push(`${keys} is shown as ${shown}`);
        }
        done(wrong.slice(0, 10));
      });
      """;

  DashboardScene scene();

  /** There are versions of the library that draws the page that leave some of it out. */
  @Test
  default void aListShowsWhatIsInItHoweverItChanges() {
    Object wrong = scene().browser().asyncScript(CHANGING_LISTS);

    assertThat(wrong).isEqualTo(List.of());
  }

  /** Of all that events and what waits are about, only accounts have no view. */
  @Test
  default void eachKindOfThingIsShownSomewhere() {
    List<String> kinds =
        Stream.<WireName>concat(
                Arrays.stream(Subject.Kind.values()), Arrays.stream(AttentionSubject.values()))
            .map(WireName::wireName)
            .distinct()
            .toList();

    Object placeless =
        scene()
            .browser()
            .asyncScript(
                """
                const [kinds, done] = arguments;
                import("/assets/page/app/places.js").then(({ placeOf }) =>
                  done(kinds.filter((kind) => placeOf(kind, "1") === null)));
                """,
                kinds);

    assertThat(placeless).isEqualTo(List.of("account"));
  }

  @Test
  default void theFleetIsThereAsSoonAsThePageIs() throws Exception {
    Dashboard dashboard = scene().dashboard();

    dashboard.signIn();
    dashboard.show("fleet");

    assertThat(scene().browser().number("document.querySelectorAll('.conversation').length"))
        .isEqualTo(SeededRows.CONVERSATIONS);
    assertThat(scene().browser().number("document.querySelectorAll('.session').length"))
        .isEqualTo(SeededRows.LIVE);
    dashboard.assertQuiet();
  }

  @Test
  default void aFilterAndWordsNarrowTheFleet() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("fleet");

    dashboard.click(".filters", "waiting");
    dashboard.type("Find in the fleet", "41");

    dashboard.awaitNoText("working on part 1 of");
    dashboard.awaitText("working on part 41 of");
    dashboard.click(".filters", "all");
    dashboard.type("Find in the fleet", "");
    dashboard.awaitText("working on part 1 of");
    dashboard.assertQuiet();
  }

  @Test
  default void aConversationOpensWithItsPast() throws Exception {
    Dashboard dashboard = scene().dashboard();

    dashboard.show("fleet/idea-00000002");

    dashboard.awaitText("Lineage");
    dashboard.awaitText("ended by clear");
    dashboard.awaitText("the deadline moved");
    dashboard.click(".panel", "Close");
    dashboard.awaitNoText("Lineage");
    dashboard.assertQuiet();
  }

  @Test
  default void theLineageTellsWhoFollowedWhom() throws Exception {
    SeededFleet fleet = scene().fleet();
    String cwd = "/home/dev/lineage";
    fleet.event("lineage-1", "SessionStart", Map.of("source", "startup", "cwd", cwd));
    fleet.event("lineage-1", "SessionEnd", Map.of("reason", "clear", "cwd", cwd));
    fleet.event("lineage-2", "SessionStart", Map.of("source", "clear", "cwd", cwd));
    JsonNode last =
        StreamSupport.stream(
                fleet.get("sessions?live=true&limit=100").path("items").spliterator(), false)
            .filter(each -> each.path("claudeSessionId").asString().equals("lineage-2"))
            .findFirst()
            .orElseThrow();
    fleet.event("lineage-2", "SessionEnd", Map.of("reason", "other", "cwd", cwd));

    scene().dashboard().show("fleet/" + last.path("conversationId").asString());

    scene()
        .dashboard()
        .awaitText(
            "%s by clear after %s"
                .formatted(last.path("id").asString(), last.path("previousSessionId").asString()));
    scene().dashboard().assertQuiet();
  }

  /** Of some tries the best, for a machine that others use. What is polled for would be later. */
  @Test
  default void aHookOfAnotherProcessIsSeenWithinASecond() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("fleet");

    long soonest = IntStream.range(0, 4).mapToLong(this::millisUntilSeen).min().orElseThrow();

    assertThat(soonest).isLessThan(1_000);
    dashboard.assertQuiet();
  }

  private long millisUntilSeen(int number) {
    Browser browser = scene().browser();
    String before = number % 2 == 0 ? "idle" : "needs";
    browser.script(
        """
        const card = [...document.querySelectorAll(".conversation")]
          .find((each) => each.innerText.includes("deep-work-00000007"));
        const badge = () => card.querySelector(".badge[data-tone]").innerText;
        const before = badge();
        window.seenAt = undefined;
        new MutationObserver((changes, observer) => {
          if (badge().slice(0, 4) !== before.slice(0, 4)) {
            window.seenAt = Date.now();
            observer.disconnect();
          }
        }).observe(card, { subtree: true, childList: true, characterData: true, attributes: true });
        """);

    String event = before.equals("idle") ? "UserPromptSubmit" : "Stop";
    scene().fleet().hook("session-7", event, "\"prompt\":\"go on\"");
    long told = System.currentTimeMillis();

    browser.await("window.seenAt");
    return browser.number("window.seenAt") - told;
  }

  @Test
  default void theTimelineOpensAtAnAddressHoweverOldItIs() throws Exception {
    Dashboard dashboard = scene().dashboard();

    dashboard.show("timeline/17");

    dashboard.awaitText("Place in the journal");
    assertThat(scene().browser().text("document.querySelector('.panel').innerText"))
        .contains("17", "event " + (SeededRows.EVENTS - 16));
    dashboard.assertQuiet();
  }

  @Test
  default void theTimelineReadsOnWhileOneScrolls() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("timeline");

    for (int rows = 200; rows <= 1_500; rows += 100) {
      scene().browser().script("document.querySelector('.virtual').scrollIntoView(false)");
      scene()
          .browser()
          .await(
              "Number(document.querySelector('.virtual-row').getAttribute('aria-setsize')) >= "
                  + rows);
    }

    scene()
        .browser()
        .await(
            "Number(document.querySelector('.virtual-row').getAttribute('aria-posinset')) > 200");
    assertThat(scene().browser().number("document.querySelectorAll('.virtual-row').length"))
        .isLessThan(120);
    dashboard.assertQuiet();
  }

  @Test
  default void theTitleCountsWhatWaits() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("fleet");
    long before = scene().fleet().get("attention?limit=100").path("items").size();

    scene().fleet().post("pings", Map.of("message", "One more?", "urgency", "critical"));

    scene().browser().await("document.title === '(%d) Fleet · Engine'".formatted(before + 1));
    dashboard.assertQuiet();
  }
}
