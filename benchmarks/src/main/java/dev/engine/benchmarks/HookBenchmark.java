package dev.engine.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Goals P1, P2 and P2b: how long a hook takes whose event a running engine stores, one whose event
 * waits in the spool because none runs, and one that owes an answer although none runs; beside a
 * Python hook that makes the same writes, and beside a bare {@code java Hello} of the same JDK.
 */
final class HookBenchmark {

  private HookBenchmark() {}

  /**
   * {@code HookBenchmark DISTRIBUTION PYTHON_HOOK ROUNDS}.
   *
   * @param args the unpacked distribution, the Python hook's file, how often each one runs
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path distribution = Path.of(args[0]);
    try (ScratchHome served = ScratchHome.create(distribution);
        ScratchHome spooling = ScratchHome.create(distribution);
        ScratchHome answering = ScratchHome.create(distribution)) {
      served.engine("up", "--yes");
      try {
        Interleaved.measure(
            List.of(Baselines.python(served, Path.of(args[1])), Baselines.hello(served)),
            List.of(
                Baselines.bash(served),
                served.hook("engine-hook, engine up (P1)", "UserPromptSubmit", ""),
                spooling.hook("engine-hook, engine down, spool (P2)", "PostToolUse", ""),
                answering.hook(
                    "engine-hook, engine down, SessionStart (P2b)",
                    "SessionStart",
                    "\"source\":\"startup\""),
                answering.hook(
                    "engine-hook, engine down, prompt (P2b)",
                    "UserPromptSubmit",
                    "\"prompt\":\"go on\"")),
            Integer.parseInt(args[2]));
        System.out.printf(
            "%nthe spool was empty %d ms after the last one%n", millisUntilDrained(spooling));
      } finally {
        served.engine("down");
      }
    }
  }

  private static long millisUntilDrained(ScratchHome home)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    home.awaitDrained();
    return (System.nanoTime() - start) / 1_000_000;
  }
}
