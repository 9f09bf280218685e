package dev.engine.host.worker;

import dev.engine.host.ProcStat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All processes that {@code /proc} shows; those that end meanwhile are left out. */
final class ProcTable {

  private static final long KIBI = 1_024;

  private final Path proc;

  /**
   * @param proc {@code /proc} or what stands for it
   */
  ProcTable(Path proc) {
    this.proc = proc;
  }

  /** One process. */
  record Row(long pid, ProcStat stat) {}

  /** Those that have not ended, in the order of their numbers. */
  List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(proc, "[1-9]*")) {
      for (Path folder : folders) {
        row(folder).filter(row -> row.stat().isAlive()).ifPresent(rows::add);
      }
    }
    rows.sort(Comparator.comparingLong(Row::pid));
    return List.copyOf(rows);
  }

  /** The numbers of those of {@code rows} below which there is one that a terminal steers. */
  static Set<Long> aboveTerminals(List<Row> rows) {
    Map<Long, Long> parents = new HashMap<>();
    rows.forEach(row -> parents.put(row.pid(), row.stat().parent()));
    Set<Long> above = new HashSet<>();
    for (Row row : rows) {
      if (row.stat().hasTerminal()) {
        Long parent = row.stat().parent();
        while (parent != null && above.add(parent)) {
          parent = parents.get(parent);
        }
      }
    }
    return above;
  }

  private Optional<Row> row(Path folder) {
    long pid = Long.parseLong(folder.getFileName().toString());
    return text(pid, "stat").flatMap(ProcStat::read).map(stat -> new Row(pid, stat));
  }

  /** What process {@code pid} was started with; nothing if that is another user's. */
  Map<String, String> variables(long pid) {
    Map<String, String> variables = new HashMap<>();
    for (String line : text(pid, "environ").orElse("").split("\0", -1)) {
      int sign = line.indexOf('=');
      if (sign > 0) {
        variables.put(line.substring(0, sign), utf8(line.substring(sign + 1)));
      }
    }
    return variables;
  }

  /** What the kernel calls it; empty if it is gone. */
  String name(long pid) {
    return utf8(text(pid, "comm").orElse("")).strip();
  }

  /** How much memory it takes; 0 if it is gone. */
  long residentBytes(long pid) {
    return text(pid, "status")
        .orElse("")
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToLong(Long::parseLong)
        .map(kibibytes -> kibibytes * KIBI)
        .findFirst()
        .orElse(0);
  }

  private Optional<String> text(long pid, String file) {
    try {
      byte[] bytes = Files.readAllBytes(proc.resolve(Long.toString(pid)).resolve(file));
      return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (IOException ended) {
      return Optional.empty();
    }
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
