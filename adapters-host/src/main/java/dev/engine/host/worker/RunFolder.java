package dev.engine.host.worker;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.host.WorkerPrograms.Look;
import dev.engine.domain.host.WorkerPrograms.Promise;
import dev.engine.domain.host.WorkerPrograms.Rest;
import dev.engine.domain.session.Birth;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.ProcessSpace;
import dev.engine.host.PrivateFiles;
import dev.engine.host.ProcStat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What engine and wrapper script tell each other of one attempt, across the death of either. It
 * lies outside of the workspace.
 *
 * <table>
 * <caption>Its files</caption>
 * <tr><td>{@code place}<td>by the engine: on which run of the machine, in which namespace, when,
 * and {@code result} if the program is to print a result object
 * <tr><td>{@code wrapper}<td>by the script: its own line of {@code /proc}, before {@code begun}
 * <tr><td>{@code begun}<td>made once, by the script that then runs the program, or by an engine
 * that has given it up; so no program runs of which an engine thinks that it never will
 * <tr><td>{@code exit}<td>by the script: the exit code, and {@code rest} if its group lives on. It
 * counts when its line is complete, for a disk may have been full
 * </table>
 *
 * <p>Nothing is forced to the disk: what a power cut takes away tells of processes that are gone.
 */
final class RunFolder {

  private static final String REVOKED = "revoked";
  private static final String RESULT = "result";

  private static final Pattern EXIT = Pattern.compile("([0-9]{1,3})( rest)?\n");

  private static final Pattern PID = Pattern.compile("([1-9][0-9]{0,9}) .*", Pattern.DOTALL);

  private final Path path;

  RunFolder(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /**
   * Makes it.
   *
   * @throws FileAlreadyExistsException if the attempt was started before
   */
  void make(ProcessSpace space, Instant now, Promise promise) throws IOException {
    PrivateFiles.makeFolders(path.resolveSibling(""));
    Files.createDirectory(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    String told = promise == Promise.RESULT_OBJECT ? " " + RESULT : "";
    writeNew("place", "%s %d %s%s\n".formatted(space.boot(), space.namespace(), now, told));
  }

  /** Whether the program runs, or ran. */
  boolean hasBegun() throws IOException {
    return text("begun").filter(content -> !content.startsWith(REVOKED)).isPresent();
  }

  /** Sees to it that it never begins, unless it has. */
  void revoke() throws IOException {
    if (Files.isDirectory(path) && text("begun").isEmpty()) {
      Path draft = Files.writeString(path.resolve(REVOKED), REVOKED + "\n");
      try {
        Files.createLink(path.resolve("begun"), draft); // whole or not at all, unlike a new file
      } catch (FileAlreadyExistsException begunMeanwhile) {
        return;
      }
    }
  }

  /** How its program ended; empty while that is not written down. */
  Optional<Look.Ended> exit() throws IOException {
    Matcher line = EXIT.matcher(text("exit").orElse(""));
    return line.matches()
        ? Optional.of(
            new Look.Ended(
                Integer.parseInt(line.group(1)),
                line.group(2) == null ? Rest.NONE : Rest.SOME,
                promise()))
        : Optional.empty();
  }

  private Promise promise() throws IOException {
    return text("place").orElse("").strip().endsWith(" " + RESULT)
        ? Promise.RESULT_OBJECT
        : Promise.NOTHING;
  }

  /** The process of the script; empty before it has said so. */
  Optional<ProcessIdentity> wrapper() throws IOException {
    String line = text("wrapper").orElse("");
    Matcher pid = PID.matcher(line);
    Optional<ProcStat> stat = ProcStat.read(line);
    String[] place = text("place").orElse("").strip().split(" ", -1);
    if (!pid.matches() || stat.isEmpty() || place.length < 3) {
      return Optional.empty();
    }
    try {
      ProcessSpace space = new ProcessSpace(place[0], Long.parseLong(place[1]));
      return Optional.of(
          new ProcessIdentity(
              Long.parseLong(pid.group(1)),
              Instant.parse(place[2]),
              new Birth(space, stat.get().startTicks())));
    } catch (InvalidInput | DateTimeException | NumberFormatException damaged) {
      return Optional.empty();
    }
  }

  /** Takes it away, in one step, and then what is in it. */
  void delete() throws IOException {
    // A script that has not begun yet must not find a folder from which "begun" is gone already.
    Path grave = path.resolveSibling("." + path.getFileName());
    try {
      Files.move(path, grave, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException gone) {
      // An engine that was killed may have got no further.
    } catch (DirectoryNotEmptyException | FileAlreadyExistsException taken) {
      empty(grave);
      Files.move(path, grave, StandardCopyOption.ATOMIC_MOVE);
    }
    empty(grave);
  }

  private static void empty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    deleteFiles(folder);
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException written) { // by a script that has just ended, and once
      deleteFiles(folder);
      Files.deleteIfExists(folder);
    }
  }

  private static void deleteFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private void writeNew(String name, String content) throws IOException {
    Path file = path.resolve(name);
    Files.writeString(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    PrivateFiles.close(file);
  }

  private Optional<String> text(String name) throws IOException {
    Path file = path.resolve(name);
    if (!Files.exists(file)) { // asked first: it is looked for again and again
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }
}
