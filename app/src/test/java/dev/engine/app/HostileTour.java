package dev.engine.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A walk through the dashboard of a hostile fleet, by scripts inside the page: one that watches it
 * ({@code hostile-page.js}) and one that does what a person does ({@code hostile-acts.js}). It
 * keeps what was complained about, and which texts were not there as they were typed.
 */
final class HostileTour {

  /**
   * What the browser itself tells of answers that are as they should be: 4xx to what no address of
   * a thing may be, and 503 to who follows more logs within ten seconds than there may be readers.
   */
  private static final Pattern REFUSED =
      Pattern.compile("/api/v1/.* status of 4[0-9][0-9]|/log[?].* status of 503");

  /** As many places as are visited well before the driver's patience ends. */
  private static final int SOME = 100;

  private final Browser browser;
  private final Dashboard dashboard;
  private final List<String> wrong = new ArrayList<>();

  private HostileTour(DashboardScene scene) {
    this.browser = scene.browser();
    this.dashboard = scene.dashboard();
  }

  /** One through the page that {@code scene} shows. */
  static HostileTour begin(DashboardScene scene) {
    HostileTour tour = new HostileTour(scene);
    for (String script : List.of("hostile-page.js", "hostile-acts.js")) {
      tour.browser.script(read(script));
    }
    tour.browser.script("hostile.watch()");
    return tour;
  }

  private static String read(String name) {
    try (InputStream file = HostileTour.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Goes to every place; where that is a view, through its list to the end. */
  void see(List<Map<String, Object>> places) throws IOException {
    List<String> views = dashboard.views();
    List<Map<String, Object>> whole = places.stream().filter(each -> isOne(views, each)).toList();
    List<Map<String, Object>> others =
        places.stream()
            .filter(each -> !isOne(views, each))
            .sorted(Comparator.comparing(HostileTour::view)) // to draw each view once
            .toList();
    for (int from = 0; from < others.size(); from += SOME) {
      act("hostile.visitAll", others.subList(from, Math.min(from + SOME, others.size())));
    }
    act("hostile.walkAll", whole);
  }

  private static boolean isOne(List<String> views, Map<String, Object> place) {
    return views.contains(String.valueOf(place.get("place")));
  }

  /** Goes through every view. */
  void seeViews() throws IOException {
    act(
        "hostile.walkAll",
        dashboard.views().stream().map(view -> Map.of("place", view, "texts", List.of())).toList());
  }

  private static String view(Map<String, Object> place) {
    return String.valueOf(place.get("place")).replaceFirst("[/?].*", "");
  }

  /** Has the page's scripts do something with these; it gives what is not as it should be. */
  void act(String function, List<?> with) throws IOException {
    String script =
        "const done = arguments[1];"
            + " %s(arguments[0]).then(done, (error) => done(['%s: ' + error.stack]));"
                .formatted(function, function);
    told(browser.asyncScript(script, with));
    told(browser.asyncScript("hostile.complaints().then(arguments[0])"));
    browser.complaints(dashboard.origin()).stream()
        .filter(complaint -> !REFUSED.matcher(complaint).find())
        .forEach(wrong::add);
    browser.forgive(dashboard.origin());
  }

  private void told(Object list) {
    ((List<?>) list).stream().map(String::valueOf).forEach(wrong::add);
  }

  /** All that was not as it should be since this was asked last. */
  List<String> wrong() {
    List<String> all = List.copyOf(wrong);
    wrong.clear();
    return all;
  }

  /** Forgets whose texts were to be read. */
  void forgetMarks() {
    browser.script("hostile.forgetMarks()");
  }

  /** The marks of all texts that were to be read since. */
  List<Integer> marks() {
    return ((List<?>) browser.asyncScript("arguments[0](hostile.marks())"))
        .stream().map(mark -> ((Number) mark).intValue()).toList();
  }
}
