package dev.engine.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Goal P2b: how long a hook that owes an answer takes when no engine is running, beside a bare
 * {@code java Hello} of the same JDK and beside a Python hook that makes the same writes.
 */
final class OneShotHookBenchmark {

  private OneShotHookBenchmark() {}

  /**
   * {@code OneShotHookBenchmark DISTRIBUTION PYTHON_HOOK ROUNDS}.
   *
   * @param args the unpacked distribution, the Python hook's file, how often each one runs
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (ScratchHome scratch = ScratchHome.create(Path.of(args[0]))) {
      Interleaved.measure(
          List.of(
              Baselines.hello(scratch),
              scratch.hook("engine-hook SessionStart", "SessionStart", "\"source\":\"startup\""),
              scratch.hook(
                  "engine-hook UserPromptSubmit", "UserPromptSubmit", "\"prompt\":\"go on\""),
              Baselines.python(scratch, Path.of(args[1]))),
          Integer.parseInt(args[2]));
    }
  }
}
