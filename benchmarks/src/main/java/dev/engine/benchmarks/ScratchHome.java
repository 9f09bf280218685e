package dev.engine.benchmarks;

import dev.engine.domain.install.HomeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A project with an Engine home of its own, deleted with all that is in it.
 *
 * @param distribution the unpacked distribution that serves it
 */
record ScratchHome(Path distribution, Path folder) implements AutoCloseable {

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** A home with an empty database. */
  static ScratchHome create(Path distribution) throws IOException, InterruptedException {
    ScratchHome home = new ScratchHome(distribution, Files.createTempDirectory("engine-benchmark"));
    home.engine("init", "--yes");
    return home;
  }

  HomeFolder home() {
    return HomeFolder.of(folder);
  }

  /** Of the engine that runs: whoever holds the lock names itself in it. */
  long enginePid() throws IOException {
    Matcher pid = NUMBER.matcher(Files.readString(home().lock()));
    if (!pid.find()) {
      throw new IllegalStateException("no engine holds the lock");
    }
    return Long.parseLong(pid.group());
  }

  /** Runs a command of Engine's to its end. */
  void engine(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(distribution.resolve("bin/engine").toString());
    command.addAll(Arrays.asList(arguments));
    command.addAll(List.of("--project", folder.toString()));
    Path log = folder.resolve("command.log");
    Process process =
        new ProcessBuilder(command).redirectOutput(log.toFile()).redirectErrorStream(true).start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + ": " + Files.readString(log));
    }
  }

  /** The hook for one event, with a payload of that event. */
  TimedProcess hook(String name, String event, String field) throws IOException {
    return new TimedProcess(
        name,
        List.of(
            distribution.resolve("bin/engine-hook").toString(), "--home", home().toString(), event),
        payload(event, field),
        Map.of());
  }

  /**
   * A file with a payload.
   *
   * @param field one more field, as JSON without braces; empty for none
   */
  Path payload(String event, String field) throws IOException {
    String json =
        """
        {"session_id":"aa18c75f-757a-400d-858a-a3904fc53562","cwd":"/home/dev/project",\
        "transcript_path":"/home/dev/t.jsonl","hook_event_name":"%s"%s}\
        """
            .formatted(event, field.isEmpty() ? "" : "," + field);
    return Files.writeString(folder.resolve(event + ".json"), json);
  }

  /** Waits until every event that hooks put down in the spool is stored. */
  void awaitDrained() throws IOException, InterruptedException {
    while (hasSpooled()) {
      Thread.sleep(5);
    }
  }

  private boolean hasSpooled() throws IOException {
    Path spool = home().spool();
    if (!Files.isDirectory(spool)) {
      return false;
    }
    try (Stream<Path> files = Files.list(spool)) {
      return files.anyMatch(ScratchHome::isEvent);
    }
  }

  /** Beside the events lie the drainer's lock and marker. */
  private static boolean isEvent(Path file) {
    return Character.isDigit(file.getFileName().toString().charAt(0));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
