package dev.engine.host.serving;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.host.Programs;
import dev.engine.domain.serving.StartupUnit;
import dev.engine.domain.serving.StartupUnits.Switching;
import dev.engine.host.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The program that supervises a person's background programs, and the files that it reads. */
final class Supervisor {

  /** It waits for the engine to end where it is told to stop it, which takes up to 15 s. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Programs programs;

  Supervisor(Programs programs) {
    this.programs = programs;
  }

  /** Runs {@code commands} in their order, up to the first that fails. */
  Switching tell(StartupUnit unit, List<List<String>> commands) {
    for (List<String> command : commands) {
      if (!run(command)) {
        return new Switching.ToldNobody(unit, String.join(" ", command));
      }
    }
    return new Switching.Switched(unit);
  }

  static boolean isThere(StartupUnit unit) {
    return Files.exists(unit.file());
  }

  static void write(StartupUnit unit) {
    try {
      PrivateFiles.makeFolders(unit.file().resolveSibling(""));
      PrivateFiles.write(unit.file(), unit.text().getBytes(StandardCharsets.UTF_8));
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot write " + unit.file(), refused);
    }
  }

  static void delete(StartupUnit unit) {
    try {
      Files.deleteIfExists(unit.file());
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot delete " + unit.file(), refused);
    }
  }

  /** A shell only to be told of success by a word, for these commands print nothing themselves. */
  private boolean run(List<String> command) {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", "\"$@\" && echo done", "sh"));
    words.addAll(command);
    return programs.ask(words, LIMIT).filter("done"::equals).isPresent();
  }
}
