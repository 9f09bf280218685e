package dev.engine.app;

import java.nio.file.Path;

/**
 * The unpacked folder that this program runs from.
 *
 * @param folder absolute
 */
record Distribution(Path folder) {

  /** The one whose launcher has started this JVM, which says so in {@code engine.distribution}. */
  static Distribution ofThisProcess() {
    return new Distribution(
        Path.of(System.getProperty("engine.distribution", "")).toAbsolutePath().normalize());
  }

  /** What Claude Code is to run. */
  Path hookCommand() {
    return folder.resolve("bin").resolve("engine-hook");
  }

  /** What a person runs. */
  Path engineCommand() {
    return folder.resolve("bin").resolve("engine");
  }

  /** The plugin of Claude Code. */
  Path plugin() {
    return folder.resolve("share").resolve("claude-plugin").resolve("engine");
  }

  /** What runs the program of a worker. */
  Path workerScript() {
    return folder.resolve("lib").resolve("worker-run.sh");
  }

  /** The AOT caches, and the home of the JDK that made them in {@code java-home}. */
  Path aotFolder() {
    return folder.resolve("lib").resolve("aot");
  }
}
