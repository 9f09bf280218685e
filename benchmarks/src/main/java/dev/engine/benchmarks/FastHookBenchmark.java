package dev.engine.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Goals P1 and P2: how long a hook takes whose event a running engine stores, and one whose event
 * waits in the spool because none runs, beside a Python hook that makes the same writes and beside
 * bash alone.
 */
final class FastHookBenchmark {

  private FastHookBenchmark() {}

  /**
   * {@code FastHookBenchmark DISTRIBUTION PYTHON_HOOK ROUNDS}.
   *
   * @param args the unpacked distribution, the Python hook's file, how often each one runs
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path distribution = Path.of(args[0]);
    try (ScratchHome served = ScratchHome.create(distribution);
        ScratchHome alone = ScratchHome.create(distribution)) {
      served.engine("up", "--yes");
      try {
        Interleaved.measure(
            List.of(
                Baselines.python(served, Path.of(args[1])),
                Baselines.bash(served),
                served.hook("engine-hook, engine up (P1)", "UserPromptSubmit", ""),
                alone.hook("engine-hook, engine down, spool (P2)", "PostToolUse", "")),
            Integer.parseInt(args[2]));
        System.out.printf(
            "%nthe spool was empty %d ms after the last one%n", millisUntilDrained(alone));
      } finally {
        served.engine("down");
      }
    }
  }

  private static long millisUntilDrained(ScratchHome home)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (waiting(home) > 0) {
      Thread.sleep(5);
    }
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static long waiting(ScratchHome home) throws IOException {
    try (Stream<Path> files = Files.list(home.home().resolve("run/spool"))) {
      return files.filter(Files::isRegularFile).filter(FastHookBenchmark::isEvent).count();
    }
  }

  /** Beside the events lie the drainer's lock and marker. */
  private static boolean isEvent(Path file) {
    return Character.isDigit(file.getFileName().toString().charAt(0));
  }
}
