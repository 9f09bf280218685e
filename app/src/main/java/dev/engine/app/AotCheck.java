package dev.engine.app;

import dev.engine.services.doctor.Check;
import dev.engine.services.doctor.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * That the AOT caches are there and fit the Java that runs: without them everything works, and a
 * hook takes twice as long.
 */
final class AotCheck implements Check {

  private static final List<String> CACHES =
      List.of("hook.aot", "engine.aot", "mcp.aot", "serve.aot");

  private final Distribution distribution;

  AotCheck(Distribution distribution) {
    this.distribution = distribution;
  }

  @Override
  public String name() {
    return "aot";
  }

  @Override
  public Finding look() {
    Path folder = distribution.aotFolder();
    List<String> missing =
        CACHES.stream().filter(cache -> !Files.isReadable(folder.resolve(cache))).toList();
    if (!missing.isEmpty()) {
      return new Finding.Warn(
          "%s missing in %s".formatted(String.join(" and ", missing), folder), "build it again");
    }
    String madeBy = madeBy(folder);
    String runs = System.getProperty("java.home");
    return madeBy.equals(runs)
        ? new Finding.Pass("made by the Java that runs, " + runs)
        : new Finding.Warn(
            "made by the Java in %s, and this is %s".formatted(madeBy, runs),
            "set ENGINE_JAVA_HOME to the former, or build it again with the latter");
  }

  private static String madeBy(Path folder) {
    try {
      return Files.readString(folder.resolve("java-home")).strip();
    } catch (IOException unknown) {
      return "an unknown place";
    }
  }
}
