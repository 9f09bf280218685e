package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the dashboard looks, and whether everybody can use it. */
interface DashboardLooks {

  Path ROOT = Path.of(System.getProperty("engine.root"));

  /** For a person to look at. */
  Path PICTURES = ROOT.resolve("app/target/dashboard");

  /** Where the tour of the documents is kept, below the root; it is renewed if this is given. */
  String TOUR = System.getProperty("engine.tour");

  DashboardScene scene();

  @Test
  default void nobodyMeetsABarrierInLightOrDark() throws Exception {
    Axe axe = Axe.in(scene().browser());
    List<String> barriers = new ArrayList<>();
    for (String scheme : List.of("light", "dark")) {
      scene().browser().look(scheme, 1280, 900);
      for (String place : scene().places()) {
        scene().dashboard().show(place);
        scene().browser().screenshot(picture(scheme, place));
        if (TOUR != null && scheme.equals("light")) {
          scene().browser().screenshot(picture(ROOT.resolve(TOUR), "tour", place));
        }
        axe.barriers().forEach(each -> barriers.add(scheme + " " + place + ": " + each));
      }
    }

    assertThat(barriers).isEmpty();
    scene().dashboard().assertQuiet();
  }

  @Test
  default void noScreenIsTooNarrowOrTooWide() throws Exception {
    List<String> tooWide = new ArrayList<>();
    for (int width : List.of(390, 2560)) {
      scene().browser().look("light", width, width < 600 ? 844 : 1300);
      for (String place : scene().places()) {
        scene().dashboard().show(place);
        scene().browser().screenshot(picture(Integer.toString(width), place));
        long page = scene().browser().number("document.scrollingElement.scrollWidth");
        if (page > width) {
          tooWide.add("%s is %d wide on %d".formatted(place, page, width));
        }
      }
    }
    scene().browser().look("light", 1280, 900);

    assertThat(tooWide).isEmpty();
    scene().dashboard().assertQuiet();
  }

  private static Path picture(String folder, String place) {
    return picture(PICTURES, folder, place);
  }

  private static Path picture(Path parent, String folder, String place) {
    String name = place.contains("/") ? place.substring(0, place.indexOf('/')) + "-opened" : place;
    return parent.resolve(folder).resolve(name + ".png");
  }
}
