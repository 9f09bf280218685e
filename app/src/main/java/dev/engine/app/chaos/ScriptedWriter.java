package dev.engine.app.chaos;

import dev.engine.domain.error.EngineException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The program that is killed, or given faults: {@code FOLDER SCENARIO SEED ATTEMPTS}. It carries a
 * script out and writes {@code done N} when step N has returned, {@code failed N CODE} when it has
 * not. What failed is tried again, up to ATTEMPTS times in all; then it gives up, with exit code 5.
 * Before a step is done that had failed, {@code healed MICROS} says how long it has taken in all.
 */
public final class ScriptedWriter {

  static final int GAVE_UP = 5;

  private static final int BUG = 70;

  private final Path folder;
  private final long seed;
  private final List<Step> steps;
  private final int attempts;

  private ScriptedWriter(String[] args) {
    this.folder = Path.of(args[0]);
    this.seed = Long.parseLong(args[2]);
    this.steps = Scenario.valueOf(args[1]).steps(seed);
    this.attempts = Integer.parseInt(args[3]);
  }

  /** Ends by halt, as Engine's own programs do. */
  public static void main(String[] args) {
    int code = BUG;
    try {
      code = new ScriptedWriter(args).run();
    } catch (RuntimeException bug) {
      say("broke " + bug);
    }
    Runtime.getRuntime().halt(code);
  }

  private int run() {
    try (Scene scene = new Scene(folder, seed)) {
      for (int i = 0; i < steps.size(); i++) {
        if (!isDone(scene, i)) {
          return GAVE_UP;
        }
      }
    } catch (EngineException closing) {
      say("failed %d %s".formatted(steps.size(), closing.code()));
      return GAVE_UP;
    }
    return 0;
  }

  private boolean isDone(Scene scene, int number) {
    Map<String, String> before = null;
    long begin = System.nanoTime();
    for (int attempt = 1; attempt <= attempts; attempt++) {
      try {
        if (before == null && attempts > 1) {
          before = Scene.database(folder).contents();
        }
        steps.get(number).run(scene, number);
        if (attempt > 1) {
          say("healed " + (System.nanoTime() - begin) / 1_000);
        }
        say("done " + number);
        return true;
      } catch (EngineException failure) {
        say("failed %d %s %s".formatted(number, failure.code(), failure.getMessage()));
        // What is in doubt may have been done after all, and then must not be done again.
        if (before != null && !Scene.database(folder).contents().equals(before)) {
          say("done " + number);
          return true;
        }
      }
    }
    return false;
  }

  /** By one system call, and never kept back. */
  private static void say(String line) {
    try {
      new FileOutputStream(FileDescriptor.out)
          .write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException nobodyListens) {
      Runtime.getRuntime().halt(BUG);
    }
  }
}
