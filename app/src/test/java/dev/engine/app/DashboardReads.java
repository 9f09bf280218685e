package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How the dashboard reads: no more than it needs, and nothing late in place of what is newer. */
interface DashboardReads {

  /** By whatever the list stands in that scrolls: the page, or beside a panel the list alone. */
  String SCROLL_TO_ROW =
      """
      let box = document.querySelector(".virtual");
      while (!/auto|scroll/.test(getComputedStyle(box).overflowY)) {
        box = box.parentElement;
      }
      box.scrollTop = arguments[0] * 58;
      """;

  DashboardScene scene();

  /** An engine of numbered rows, the newest first, that answers at {@code rows?after=&limit=}. */
  String ROWS_OF_ITS_OWN =
      """
      const done = arguments[0];
      const real = window.fetch;
      const rows = { newest: 3000, open: 0, mostOpen: 0, reads: 0 };
      const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));
      window.fetch = async (address, options) => {
        if (!address.startsWith("/api/v1/rows?")) {
          return real(address, options);
        }
        const query = new URLSearchParams(address.split("?")[1]);
        const first = Number(query.get("after") ?? rows.newest);
        rows.reads += 1;
        rows.open += 1;
        rows.mostOpen = Math.max(rows.mostOpen, rows.open);
        await pause(20);
        rows.open -= 1;
        const count = Math.min(Number(query.get("limit")), first);
        const items = Array.from({ length: count }, (_, index) => ({ id: first - index }));
        return Response.json({ items, next: count < first ? String(first - count) : undefined });
      };
      let seen = { items: [] };
      const untilRead = async (test) => {
        while (!test()) {
          await pause(10);
        }
      };
      const listOf = async (changesAnywhere) => {
        const { PagedList } = await import("/assets/page/data/paged-list.js");
        const keyOf = (row) => row.id;
        const onChange = (state) => { seen = state; };
        const list = new PagedList("rows", {}, { keyOf, changesAnywhere, onChange });
        list.refresh();
        await untilRead(() => seen.items?.length === 100);
        return list;
      };
      const isWhole = () => seen.items.every((row, index) => row.id === rows.newest - index);
      """;

  @Test
  default void aListThatGrowsStaysAsLongAsItWasRead() throws Exception {
    Object told =
        scene()
            .browser()
            .asyncScript(
                ROWS_OF_ITS_OWN
                    + """
                    listOf(false).then(async (list) => {
                      list.more();
                      await untilRead(() => seen.items.length === 200);
                      for (let i = 0; i < 4; i++) {
                        rows.newest += 30;
                        list.refresh();
                        await untilRead(() => seen.items[0].id === rows.newest);
                      }
                      const left = seen.items.length;
                      const wasWhole = isWhole();
                      list.more();
                      await untilRead(() => seen.items.length > left);
                      list.stop();
                      window.fetch = real;
                      done([left, wasWhole && isWhole()].join());
                    });
                    """);

    assertThat(told).asString().matches("2[0-2]\\d,true");
  }

  @Test
  default void aLongListIsReadOnceAtATimeHoweverMuchHappens() throws Exception {
    Object told =
        scene()
            .browser()
            .asyncScript(
                ROWS_OF_ITS_OWN
                    + """
                    listOf(true).then(async (list) => {
                      for (const length of [200, 300, 400, 500, 600]) {
                        list.more();
                        await untilRead(() => seen.items.length >= length);
                      }
                      for (let i = 0; i < 50; i++) {
                        rows.newest += 1;
                        list.refresh();
                        list.more();
                        await pause(10);
                      }
                      await untilRead(() => seen.items[0].id === rows.newest);
                      list.stop();
                      window.fetch = real;
                      done([rows.mostOpen, isWhole()].join());
                    });
                    """);

    assertThat(told).isEqualTo("1,true");
  }

  @Test
  default void aLateAnswerTakesNoOtherListOver() throws Exception {
    Dashboard dashboard = scene().dashboard();
    dashboard.show("contacts");
    scene()
        .browser()
        .script(
            """
            const real = window.fetch;
            window.late = [];
            window.fetch = async (address, options) => {
              const answer = await real(address, options);
              if (address.includes("search=person1&")) {
                await new Promise((resolve) => window.late.push(resolve));
                setTimeout(() => { window.fetch = real; window.isLate = true; }, 300);
              }
              return answer;
            };
            """);

    dashboard.type("Find a contact", "person1");
    scene().browser().await("window.late.length > 0");
    dashboard.field("Find a contact").sendKeys("37");
    dashboard.awaitText("person137@example.org");
    scene().browser().script("window.late.forEach((letGo) => letGo())");
    scene().browser().await("window.isLate");

    assertThat(scene().browser().number("document.querySelectorAll('main .row').length")).isOne();
    dashboard.assertQuiet();
  }

  @Test
  default void aNoticeFarDownChangesWhereItStands() throws Exception {
    Dashboard dashboard = scene().dashboard();
    JsonNode notices = scene().fleet().get("notifications?limit=200").path("items");
    int place =
        IntStream.range(100, 200)
            .filter(i -> notices.path(i).path("state").asString().equals("queued"))
            .findFirst()
            .orElseThrow();
    String id = notices.path(place).path("id").asString();
    String row = "document.querySelector('main a[href=\"#/notifications/" + id + "\"]')";
    dashboard.show("notifications");
    for (String end : new String[] {"false", "true"}) {
      scene().browser().script("document.querySelector('.virtual').scrollIntoView(" + end + ")");
      dashboard.settle();
    }
    scene()
        .browser()
        .await("Number(document.querySelector('.virtual-row').getAttribute('aria-setsize')) > 100");
    scene().browser().script(SCROLL_TO_ROW, (long) place - 3);
    scene().browser().await(row);

    scene().fleet().post("notifications/" + id + "/withdraw", Map.of("reason", "over"));

    scene().browser().await(row + "?.innerText.includes('withdrawn')");
    dashboard.assertQuiet();
  }

  /** The slots to come of a mission are others once one has come; those of the others are not. */
  @Test
  default void aSlotThatCameIsReadForItsMissionAlone() throws Exception {
    Dashboard dashboard = scene().dashboard();
    String mission =
        scene()
            .fleet()
            .post(
                "scheduled-missions",
                Map.of(
                    "slug",
                    "by-hand",
                    "name",
                    "By hand",
                    "prompt",
                    "true",
                    "primitive",
                    "review",
                    "schedule",
                    "every 12h",
                    "timezone",
                    "Europe/Berlin"))
            .path("id")
            .asString();
    dashboard.show("missions/by-hand");
    dashboard.awaitText("Run now");
    scene().browser().await("document.querySelectorAll('.calendar tbody tr').length > 40");
    dashboard.settle();
    scene()
        .browser()
        .script(
            """
            const real = window.fetch;
            window.asked = [];
            window.fetch = (address, options) => {
              window.asked.push(address);
              return real(address, options);
            };
            """);

    dashboard.click(".panel", "Run now");

    scene()
        .browser()
        .await("window.asked.some((each) => each.includes('" + mission + "/preview'))");
    scene()
        .browser()
        .await("window.asked.some((each) => each.includes('scheduled=" + mission + "'))");
    assertThat(
            scene()
                .browser()
                .number(
                    "window.asked.filter((each) => /preview|scheduled=/.test(each)"
                        + " && !each.includes('"
                        + mission
                        + "')).length"))
        .isZero();
    dashboard.signIn(); // with a fetch of its own again
    dashboard.assertQuiet();
  }
}
