package dev.engine.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Programs of others that check a server of the Model Context Protocol, with the Node they need, as
 * {@code .ci/run} installs them from {@code app/src/test/npm}.
 */
final class NpmChecks {

  private static final Path PROGRAMS =
      Path.of(System.getProperty("engine.root"), "app", "target", "npm", "node_modules", ".bin");

  private NpmChecks() {}

  /** Skips the test that calls this where nobody has installed them. */
  static void assumeInstalled() {
    assumeTrue(
        Files.exists(PROGRAMS.resolve("node")), "the npm programs are not installed: see .ci/run");
  }

  /**
   * Runs one of them.
   *
   * @param home where it may keep what it likes
   * @param program such as {@code conformance}
   */
  static Shipped.Result run(Path home, String program, List<String> args) {
    List<String> command = new ArrayList<>();
    command.add(PROGRAMS.resolve("node").toString());
    command.add(PROGRAMS.resolve(program).toString());
    command.addAll(args);
    return Shipped.run(home, command, "", Map.of("HOME", home.toString()));
  }
}
