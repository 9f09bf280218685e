package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast the dashboard of a large fleet is, by the browser's own clock. No build runs it: {@code
 * benchmarks/dashboard} and {@code benchmarks/dashboard-soak} do, and print what it prints. It
 * fails only at what nobody could work with.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DashboardSpeed {

  private static final int LOADS = 20;
  private static final int EVENTS = 50;
  private static final int ROWS = 10_000;

  /** A frame that is seen to stutter. */
  private static final int LONG_FRAME = 50;

  private static final Duration BETWEEN_EVENTS = Duration.ofMillis(100);

  /** Notes when the frame with the first conversations was drawn. */
  private static final String NOTE_PAINT =
      """
      new MutationObserver((changes, observer) => {
        if (document.querySelector(".conversation")) {
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => { window.paintedAt = performance.now(); }));
        }
      }).observe(document, { subtree: true, childList: true });
      """;

  /** Notes when the frame in which a card has become another one was drawn. */
  private static final String NOTE_CHANGE =
      """
      const card = [...document.querySelectorAll(".conversation")]
        .find((each) => each.innerText.includes(arguments[0]));
      const badge = card.querySelector(".session .badge");
      const before = badge.innerText;
      window.changedAt = undefined;
      new MutationObserver((changes, observer) => {
        if (badge.innerText !== before) {
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => { window.changedAt = Date.now(); }));
        }
      }).observe(card, { subtree: true, childList: true, characterData: true });
      """;

  /**
   * Scrolls as fast as pages come, frame by frame, until so many rows were read; gives the frames.
   */
  private static final String SCROLL =
      """
      const [rows, done] = arguments;
      const scrolls = (each) => each.scrollHeight > each.clientHeight
        && /auto|scroll/.test(getComputedStyle(each).overflowY);
      let page = document.querySelector(".virtual");
      while (page !== document.scrollingElement && !scrolls(page)) {
        page = page.parentElement;
      }
      const frames = [];
      let last = performance.now();
      const step = (now) => {
        frames.push(now - last);
        last = now;
        page.scrollBy(0, 900);
        const row = document.querySelector(".virtual-row:last-of-type, .virtual-row");
        Number(row?.getAttribute("aria-setsize")) >= rows ? done(frames) : requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
      """;

  private DashboardScene scene;

  @BeforeAll
  void open(@TempDir Path project, @TempDir Path profile) throws Exception {
    scene = DashboardScene.seeded(project, profile);
  }

  @AfterAll
  void close() {
    scene.close();
  }

  @Test
  void theFleetIsPainted() throws IOException {
    Browser browser = scene.browser();
    scene.dashboard().show("fleet");
    browser
        .driver()
        .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", NOTE_PAINT));

    long[] millis =
        IntStream.range(0, LOADS)
            .mapToLong(
                load -> {
                  browser.driver().navigate().refresh();
                  browser.await("window.paintedAt");
                  return browser.number("Math.round(window.paintedAt)");
                })
            .toArray();

    tell("first paint of %d sessions".formatted(SeededRows.LIVE), millis);
    assertThat(LongStream.of(millis).min().orElseThrow()).isLessThan(10_000);
  }

  @Test
  void anEventReachesItsPixel() {
    scene.dashboard().show("fleet");

    long[] millis = IntStream.range(0, EVENTS).mapToLong(this::millisToPixel).toArray();

    tell("an event, from its hook's being sent to its pixel", millis);
    assertThat(LongStream.of(millis).min().orElseThrow()).isLessThan(5_000);
  }

  private long millisToPixel(int number) {
    scene.browser().script(NOTE_CHANGE, "deep-work-00000007");
    long sent = System.currentTimeMillis();
    fire("session-7", number % 2 == 0 ? "UserPromptSubmit" : "Stop");
    scene.browser().await("window.changedAt");
    return scene.browser().number("window.changedAt") - sent;
  }

  @Test
  void theTimelineScrolls() {
    scene.dashboard().show("timeline");

    List<?> frames = (List<?>) scene.browser().asyncScript(SCROLL, ROWS);

    long[] millis =
        frames.stream().mapToLong(each -> Math.round(((Number) each).doubleValue())).toArray();
    tell("a frame while %,d rows of the timeline are scrolled".formatted(ROWS), millis);
    System.out.printf(
        "  longer than %d ms: %d of %,d%n",
        LONG_FRAME, LongStream.of(millis).filter(each -> each > LONG_FRAME).count(), millis.length);
  }

  /** {@code -Dengine.soak=MINUTES}; none unless it is given. */
  @Test
  void itsMemoryStaysAsItIs() {
    int minutes = Integer.getInteger("engine.soak", 0);
    scene.dashboard().show("fleet");
    for (int minute = 0; minute <= minutes && minutes > 0; minute++) {
      System.out.printf(
          "minute %d: %.1f MB of heap, %d elements%n",
          minute,
          heapBytes() / 1e6,
          scene.browser().number("document.querySelectorAll('*').length"));
      Instant end = Instant.now().plus(Duration.ofMinutes(1));
      for (int i = 0; minute < minutes && Instant.now().isBefore(end); i++) {
        fire(
            "session-" + (i % SeededRows.LIVE + 1),
            i / SeededRows.LIVE % 2 == 0 ? "UserPromptSubmit" : "Stop");
        new ThreadPauses().pause(BETWEEN_EVENTS);
      }
    }
  }

  private double heapBytes() {
    scene.browser().driver().executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
    Map<String, Object> usage =
        scene.browser().driver().executeCdpCommand("Runtime.getHeapUsage", Map.of());
    return ((Number) Objects.requireNonNull(usage.get("usedSize"))).doubleValue();
  }

  private void fire(String session, String event) {
    try {
      scene.fleet().event(session, event, Map.of());
    } catch (IOException noEngine) {
      throw new IllegalStateException(noEngine);
    }
  }

  private static void tell(String what, long[] millis) {
    long[] sorted = LongStream.of(millis).sorted().toArray();
    System.out.printf(
        "%s: n = %d, min %d, p50 %d, p99 %d, max %d ms%n",
        what,
        sorted.length,
        sorted[0],
        sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.99)],
        sorted[sorted.length - 1]);
  }
}
