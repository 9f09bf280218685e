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
 * @param looks at what became of the script, shared by all who judge it
 */
record Rehearsal(
    Scenario scenario,
    long seed,
    List<Step> steps,
    Path base,
    List<Map<String, String>> contents,
    Looks looks) {

  /** Carries the script out once, in new folders below {@code scratch}. */
  static Rehearsal of(Scenario scenario, long seed, Path scratch) {
    return of(scenario, seed, scratch, new Blank(scratch));
  }

  /** The same with a blank store of somebody else's. */
  static Rehearsal of(Scenario scenario, long seed, Path scratch, Blank blank) {
    Path base = Folders.made(scratch.resolve("base"));
    scenario.prepare(base, seed, blank);
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
    return new Rehearsal(scenario, seed, steps, base, List.copyOf(contents), new Looks());
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
