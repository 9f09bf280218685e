package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where things stand, as far as a program can tell; the rest is for who looks at the pictures. */
interface DashboardLayout {

  /** Far less than a line, far more than a rounding. */
  int PIXELS = 3;

  DashboardScene scene();

  @Test
  default void contextsStandBelowEachOther() throws Exception {
    scene().dashboard().show("fleet");

    long places =
        scene()
            .browser()
            .number(
                """
                new Set([...document.querySelectorAll(".session .gauge svg")].map((each) =>
                  Math.round(each.closest(".card").getBoundingClientRect().right
                    - each.getBoundingClientRect().left))).size
                """);

    assertThat(places).isEqualTo(1);
    scene().dashboard().assertQuiet();
  }

  @Test
  default void theTimelineTellsDaySecondAndWholeId() throws Exception {
    Browser browser = scene().browser();
    scene().dashboard().show("timeline/17");
    browser.await("document.querySelector('.panel .facts')");

    assertThat(
            browser.text(
                "[...document.querySelectorAll('.filters option')].map(({value}) => value).join()"))
        .contains("account.", "backup.", "quiet_time.");
    assertThat(browser.text("document.querySelector('.event-day').innerText"))
        .matches("\\w+day, .* 20\\d\\d");
    assertThat(browser.text("document.querySelector('.event time').innerText"))
        .matches("\\d\\d:\\d\\d:\\d\\d [AP]M");
    assertThat(
            browser.number(
                """
                [...document.querySelectorAll(".event .id")].filter((each) =>
                  each.firstElementChild.getBoundingClientRect().right
                    > each.getBoundingClientRect().right + 1).length
                """))
        .as("ids whose end is cut")
        .isZero();
    assertThat(
            browser.number(
                """
                [...document.querySelectorAll(".event")].filter((each) => {
                  const [time, kind] = [...each.children].map((part) => {
                    const range = document.createRange();
                    range.selectNodeContents(part);
                    return range.getBoundingClientRect();
                  });
                  return time.right > kind.left;
                }).length
                """))
        .as("events whose time is over their kind")
        .isZero();
    scene().dashboard().assertQuiet();
  }

  @Test
  default void aPanelReachesTheFootOfTheView() throws Exception {
    scene().dashboard().show("fleet/project-00000001");
    scene().dashboard().awaitText("Lineage");

    long below =
        scene()
            .browser()
            .number(
                "document.querySelector('main').getBoundingClientRect().bottom"
                    + " - document.querySelector('.panel').getBoundingClientRect().bottom");

    assertThat(below).isBetween(0L, 16L + PIXELS);
    assertThat(
            scene()
                .browser()
                .is(
                    "document.querySelector('main').scrollHeight"
                        + " > document.querySelector('main').clientHeight"))
        .as("a second bar to scroll by")
        .isFalse();
    assertThat(scene().browser().is("document.querySelector('.fleet').scrollHeight > innerHeight"))
        .isTrue();
    scene().dashboard().assertQuiet();
  }

  @Test
  default void theCalendarIsSeenFirstAndAMissionTellsItsDayOnce() throws Exception {
    scene().dashboard().show("missions");
    scene().dashboard().awaitText("Nightly report 2");

    assertThat(
            scene()
                .browser()
                .is(
                    "document.querySelector('.calendar').getBoundingClientRect().top"
                        + " < document.querySelector('.mission').getBoundingClientRect().top"
                        + " && document.querySelector('.mission').getBoundingClientRect().top"
                        + " < innerHeight"))
        .isTrue();
    assertThat(
            scene()
                .browser()
                .text(
                    """
                    [...document.querySelectorAll(".mission")]
                      .find((each) => each.innerText.includes("Nightly report 2\\n"))
                      .querySelector("p.muted").innerText
                    """))
        .matches("next in .*, \\w+, \\w+ \\d+, \\d\\d:\\d\\d AM( \\(\\d\\d:\\d\\d AM there\\))?");
    scene().dashboard().assertQuiet();
  }

  @Test
  default void theStripNamesTheConversationAndFolds() throws Exception {
    Browser browser = scene().browser();
    Dashboard dashboard = scene().dashboard();
    dashboard.show("brief");
    browser.await("document.querySelectorAll('.strip .waiting').length === 3");

    assertThat(browser.text("document.querySelector('.strip').innerText"))
        .contains("project-00000001");
    dashboard.click(".strip", "The worst three");

    browser.await("document.querySelectorAll('.strip .waiting').length === 1");
    assertThat(browser.number("document.querySelector('.strip').offsetHeight")).isLessThan(48);
    dashboard.click(".strip", "The worst three");
    browser.await("document.querySelectorAll('.strip .waiting').length === 3");
    dashboard.assertQuiet();
  }
}
