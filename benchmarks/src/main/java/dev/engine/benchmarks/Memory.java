package dev.engine.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes hold of the machine's memory, as the kernel counts it.
 *
 * @param rssKib all pages that are there, those that are shared in each process that has them
 * @param pssKib the same, with a part of each shared page only: the sum is what is really taken
 */
record Memory(long rssKib, long pssKib) {

  private static final Memory NONE = new Memory(0, 0);

  /** Of {@code processes} and all that they have started. */
  static Memory ofTrees(List<ProcessHandle> processes) throws IOException {
    Memory sum = NONE;
    for (ProcessHandle process : processes) {
      for (ProcessHandle each : Stream.concat(Stream.of(process), process.descendants()).toList()) {
        sum = sum.plus(of(each.pid()));
      }
    }
    return sum;
  }

  /** Of one process; nothing if it is gone. */
  static Memory of(long pid) throws IOException {
    try {
      List<String> lines = Files.readAllLines(Path.of("/proc/%d/smaps_rollup".formatted(pid)));
      return new Memory(kib(lines, "Rss:"), kib(lines, "Pss:"));
    } catch (NoSuchFileException gone) {
      return NONE;
    }
  }

  double rssMib() {
    return rssKib / 1024.0;
  }

  double pssMib() {
    return pssKib / 1024.0;
  }

  private Memory plus(Memory other) {
    return new Memory(rssKib + other.rssKib, pssKib + other.pssKib);
  }

  private static long kib(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
