package dev.engine.app.chaos;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a writer is started: with the options and the AOT cache of the commands. Safe for use by
 * several threads.
 */
final class WriterJvm {

  private final Path distribution;

  /** Up to the main class; null until it is asked for. */
  private @Nullable List<String> start;

  /**
   * @param distribution the folder that it is unpacked in
   */
  WriterJvm(Path distribution) {
    this.distribution = distribution;
  }

  /**
   * The command that carries out the script of {@code rehearsal}.
   *
   * @param attempts how often a step that failed is tried
   */
  List<String> writing(Rehearsal rehearsal, Path folder, int attempts) {
    return running(
        ScriptedWriter.class,
        folder.toString(),
        rehearsal.scenario().name(),
        Long.toString(rehearsal.seed()),
        Integer.toString(attempts));
  }

  /** The command that runs {@code program} with these arguments. */
  List<String> running(Class<?> program, String... arguments) {
    List<String> whole = new ArrayList<>(start());
    whole.add(program.getName());
    whole.addAll(List.of(arguments));
    return whole;
  }

  private synchronized List<String> start() {
    List<String> found = start;
    if (found == null) {
      found = found();
      start = found;
    }
    return found;
  }

  private List<String> found() {
    Path script = distribution.resolve("lib").resolve("jvm-command.sh");
    try {
      Process bash = new ProcessBuilder("bash", script.toString(), "engine").start();
      String words = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (bash.waitFor() != 0) {
        throw new StorageUnavailable("no JVM is found by " + script);
      }
      return Arrays.asList(words.split("\0"));
    } catch (IOException failure) {
      throw new StorageUnavailable("no JVM is found: " + failure.getMessage(), failure);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      throw new StorageUnavailable("interrupted", asked);
    }
  }
}
