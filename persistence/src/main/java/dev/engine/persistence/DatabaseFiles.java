package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Files around a database, made so that nobody but their owner can read them, whatever the umask.
 *
 * <p>None of these methods opens a file that exists: closing one that SQLite has open would drop
 * every lock that this process holds on it, for POSIX locks belong to the process and not to the
 * descriptor.
 */
final class DatabaseFiles {

  /** For a file that is its owner's alone. */
  static final FileAttribute<Set<PosixFilePermission>> FILE_MODE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final FileAttribute<Set<PosixFilePermission>> FOLDER_MODE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final String UNFINISHED = "unfinished-";

  private interface Action<T> {
    T run() throws IOException;
  }

  private DatabaseFiles() {}

  /** Makes {@code file} and its folder; a file that is there already is left alone. */
  static void createIfMissing(Path file) {
    createFolder(file);
    attempt(
        file,
        () -> {
          try {
            return Files.createFile(file, FILE_MODE);
          } catch (FileAlreadyExistsException made) {
            return file;
          }
        });
  }

  /**
   * A new empty file in the folder of {@code finished}, on its way to become it. One that a killed
   * process left behind is taken away at the next occasion.
   */
  static Path unfinished(Path finished) {
    Path folder = createFolder(finished);
    clearUnfinished(folder, Instant.MIN);
    return attempt(folder, () -> Files.createFile(folder.resolve(ownName() + ".db"), FILE_MODE));
  }

  /**
   * A new empty folder beside {@code any}, to be taken away soon. One that a killed process left
   * behind is taken away at the next occasion.
   */
  static Path scratch(Path any) {
    Path folder = createFolder(any);
    clearUnfinished(folder, Instant.MIN);
    return attempt(folder, () -> Files.createDirectory(folder.resolve(ownName()), FOLDER_MODE));
  }

  /** Takes away a folder with the files in it. */
  static void discardFolder(Path scratch) {
    list(scratch).forEach(DatabaseFiles::discardAll);
    attempt(scratch, () -> Files.deleteIfExists(scratch));
  }

  /**
   * Takes away the files and folders in {@code folder} that ended processes have not finished.
   *
   * @param before also those that were last written to before that, if nobody can tell whether the
   *     process still runs
   */
  static void clearUnfinished(Path folder, Instant before) {
    for (Path file : list(folder)) {
      String name = String.valueOf(file.getFileName());
      if (name.startsWith(UNFINISHED) && isAbandoned(file, name, before)) {
        discardAll(file);
      }
    }
  }

  /**
   * Sees that a new database, which nobody has open, has no log beside it. The last connection
   * copies the log into the file when it is closed, and where the disk has no room for that, SQLite
   * keeps the log and says nothing.
   *
   * @throws StorageUnavailable if there is one
   */
  static void requireWhole(Path ready) {
    if (hasLog(ready)) {
      throw new StorageUnavailable(
          "%s could not be written to its end, so nothing was replaced; is the disk full?"
              .formatted(ready));
    }
  }

  /** Puts {@code ready} in place of {@code file} in one step, and makes that durable. */
  static void replace(Path ready, Path file) {
    attempt(
        file,
        () ->
            Files.move(
                ready, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    DiskSync.of(folder(file));
  }

  /** Moves a file that is no database any more out of the way, with all that stands beside it. */
  static void moveAside(Path file, Path target) {
    createFolder(target);
    attempt(
        file,
        () -> {
          for (SideFile side : SideFile.values()) {
            if (side.isBeside(file)) {
              Files.move(side.of(file), side.of(target), StandardCopyOption.ATOMIC_MOVE);
            }
          }
          if (Files.exists(file)) {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
          }
          return target;
        });
    DiskSync.of(folder(target));
  }

  /** Takes away a file that came to nothing, with what SQLite left beside it. */
  static void discard(Path unfinished) {
    attempt(
        unfinished,
        () -> {
          for (SideFile side : SideFile.values()) {
            Files.deleteIfExists(side.of(unfinished));
          }
          return Files.deleteIfExists(unfinished);
        });
  }

  /** Takes away the log beside a file that nobody has open and that has all that was in it. */
  static void discardLog(Path file) {
    attempt(file, () -> Files.deleteIfExists(SideFile.LOG.of(file)));
    DiskSync.of(folder(file));
  }

  /**
   * How much this user may still write to the disk of {@code folder}, which may be made yet; no
   * limit if nobody knows.
   */
  static long freeBytes(Path folder) {
    Path there = Files.exists(folder) ? folder : folder(folder);
    return attempt(
        there,
        () -> {
          FileStore disk = Files.getFileStore(there);
          return disk.getTotalSpace() == 0 ? Long.MAX_VALUE : disk.getUsableSpace();
        });
  }

  /** The size of {@code file}, 0 if there is none. */
  static long bytes(Path file) {
    return attempt(
        file,
        () -> {
          try {
            return Files.size(file);
          } catch (NoSuchFileException none) {
            return 0L;
          }
        });
  }

  /** The size of the write-ahead log beside {@code file}, 0 if there is none. */
  static long walBytes(Path file) {
    return bytes(SideFile.LOG.of(file));
  }

  /** The file at which those who write to {@code file} queue, under whatever name they know it. */
  static Path turns(Path file) {
    Path real = real(file);
    return real.resolveSibling(real.getFileName() + ".writers");
  }

  /** Where {@code file} is, whatever links lead to it. */
  static Path real(Path file) {
    return attempt(file, file::toRealPath);
  }

  /** Whether something stands beside {@code file} that is not written back into it yet. */
  static boolean hasLog(Path file) {
    return walBytes(file) > 0 || hasJournal(file);
  }

  /** Whether a writer that is at work without a log, or was, has left what undoes its work. */
  static boolean hasJournal(Path file) {
    return bytes(SideFile.JOURNAL.of(file)) > 0;
  }

  /** The files in {@code folder} in no order; none if there is no such folder. */
  static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    return attempt(
        folder,
        () -> {
          try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
          }
        });
  }

  /** The folder that {@code file} is in. */
  static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  /** Whether both are the same file, under whatever names. */
  static boolean isSame(Path one, Path other) {
    return Files.exists(one)
        && Files.exists(other)
        && attempt(one, () -> Files.isSameFile(one, other));
  }

  private static Path createFolder(Path file) {
    Path folder = folder(file);
    attempt(folder, () -> Files.createDirectories(folder, FOLDER_MODE));
    return folder;
  }

  private static String ownName() {
    return "%s%s.%08x"
        .formatted(UNFINISHED, ProcessMark.own(), RandomGenerator.getDefault().nextInt());
  }

  private static boolean isAbandoned(Path file, String name, Instant before) {
    return switch (ProcessMark.fate(name.substring(UNFINISHED.length()).split("\\.", 2)[0])) {
      case GONE -> true;
      case ALIVE -> false;
      case UNKNOWN -> writtenAt(file).isBefore(before);
    };
  }

  /** When {@code file} was last written to; the end of time if it is gone. */
  private static Instant writtenAt(Path file) {
    return attempt(
        file,
        () -> {
          try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
          } catch (NoSuchFileException gone) {
            return Instant.MAX;
          }
        });
  }

  private static void discardAll(Path file) {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      discardFolder(file);
    } else {
      discard(file);
    }
  }

  private static <T> T attempt(Path file, Action<T> action) {
    try {
      return action.run();
    } catch (IOException failure) {
      throw new StorageUnavailable("%s cannot be used: %s".formatted(file, failure), failure);
    }
  }
}
