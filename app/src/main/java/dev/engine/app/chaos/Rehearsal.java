package dev.engine.app.chaos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a script makes of its store when nothing disturbs it.
 *
 * @param base the store as the script finds it; nobody has it open
 * @param contents of the store before the first step and after each
 */
record Rehearsal(
    Scenario scenario, long seed, List<Step> steps, Path base, List<Map<String, String>> contents) {

  /** Carries the script out once, in new folders below {@code scratch}. */
  static Rehearsal of(Scenario scenario, long seed, Path scratch) {
    Path base = Folders.made(scratch.resolve("base"));
    scenario.prepare(base, seed);
    Path stage = Folders.copied(base, scratch.resolve("rehearsal"));
    List<Step> steps = scenario.steps(seed);
    List<Map<String, String>> contents = new ArrayList<>();
    contents.add(Scene.database(stage).contents());
    try (Scene scene = new Scene(stage, seed)) {
      for (int i = 0; i < steps.size(); i++) {
        steps.get(i).run(scene, i);
        contents.add(Scene.database(stage).contents());
      }
    }
    Folders.delete(stage);
    return new Rehearsal(scenario, seed, steps, base, List.copyOf(contents));
  }

  /** The store as the script finds it, in a new {@code folder}. */
  Path stage(Path folder) {
    return Folders.copied(base, folder);
  }

  /** How a store ends that nothing disturbs. */
  Map<String, String> last() {
    return contents.getLast();
  }

  /** What a store with so many steps behind it is in the middle of. */
  String stepAfter(int done) {
    return done < steps.size() ? steps.get(done).name() : "close";
  }
}
