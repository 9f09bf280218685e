package dev.engine.persistence;

import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder with a copy of a database: the file, the log of what was committed since, and a marker.
 * At any moment, whoever is killed, file and log are what SQLite makes the copied state of by
 * itself. Not safe for several threads.
 */
final class CopyFolder {

  /** Beside the copy; its text says what it is. */
  static final String MARKER = "engine-copy.txt";

  private final Path path;
  private final Path database;

  /** The marker that was written last: with another one the folder is another, or an older one. */
  private @Nullable CopyMarker written;

  /**
   * @param database what is copied there
   */
  CopyFolder(Path path, Path database) {
    this.path = path.toAbsolutePath();
    this.database = database.toAbsolutePath();
  }

  /**
   * One that is there, whatever it is a copy of.
   *
   * @param other a database that is not to be read as its own copy
   * @throws NotFound if {@code path} has none
   */
  static CopyFolder found(Path path, Path other) {
    Path name =
        CopyFiles.text(path.resolve(MARKER))
            .flatMap(CopyMarker::parse)
            .map(marker -> Path.of(marker.database()).getFileName())
            .orElseThrow(() -> new NotFound("copy", path));
    CopyFolder folder = new CopyFolder(path, path.resolve(name));
    if (DatabaseFiles.isSame(folder.file(), other) || !folder.hasCopy()) {
      throw new NotFound("copy", path);
    }
    return folder;
  }

  Path path() {
    return path;
  }

  /** The copy itself, without what its log adds. */
  Path file() {
    return path.resolve(String.valueOf(database.getFileName()));
  }

  private Path log() {
    return SideFile.LOG.of(file());
  }

  /**
   * Takes the folder for this database's copy, and plays the log of a copy that is there into its
   * file.
   *
   * @throws StorageUnavailable if there is no such folder, or it cannot be written to
   * @throws StorageRefused if it is another database's, or holds what is no copy
   */
  void claim() {
    requireFolder();
    Optional<CopyMarker> marker = marker();
    if (marker.isPresent()) {
      requireOurs(marker.get());
    } else {
      requireEmpty();
      closeFolder();
      write(CopyMarker.fresh(database));
    }
    DatabaseFiles.clearUnfinished(
        path, Instant.MAX); // it is ours alone, so whatever nobody works at
    fold();
  }

  /**
   * Lets nobody begin what its disk has no room for.
   *
   * @throws StorageUnavailable if less than {@code bytes} is free
   */
  void requireRoom(long bytes) {
    long free = DatabaseFiles.freeBytes(path);
    if (free < bytes) {
      throw new StorageUnavailable(
          "the disk of %s has room for %,d MiB more, and a copy needs %,d"
              .formatted(path, free >> 20, bytes >> 20));
    }
  }

  /** Whether there is a copy, be it an old one. */
  boolean hasCopy() {
    return Files.isRegularFile(file(), LinkOption.NOFOLLOW_LINKS);
  }

  /** An empty file to become the copy. */
  UnfinishedFile unfinished() {
    return UnfinishedFile.of(file());
  }

  /** Puts {@code whole}, which is a state of the database by itself, in place of what was there. */
  void install(UnfinishedFile whole) {
    DiskSync.of(whole.path());
    change(
        () -> {
          DatabaseFiles.discardLog(file());
          whole.replace(file());
        });
  }

  /**
   * Adds commits to the copy's log, or begins that with them.
   *
   * @param from where in the database's log they begin
   * @param length how many of {@code bytes} they are
   * @return false if the copy is not there any more as it was
   * @throws StorageUnavailable if the folder is not there now, or cannot be written to
   */
  boolean append(LogPlace from, byte[] bytes, int length) {
    requireFolder();
    if (!marker().equals(Optional.ofNullable(written))) {
      return false;
    }
    if (from.offset() > 0) {
      return CopyFiles.write(log(), from.offset(), bytes, length);
    }
    if (!hasCopy()) {
      return false;
    }
    put(log(), bytes, length);
    return true;
  }

  /** Plays the log into the file, for the database's log has begun anew, or will. */
  void fold() {
    if (hasCopy() && Files.isRegularFile(log(), LinkOption.NOFOLLOW_LINKS)) {
      change(
          () -> {
            CopyFiles.fold(log(), file());
            DatabaseFiles.discardLog(file());
          });
    }
  }

  /** Copies file and log to {@code target} and beside it. */
  void copyTo(Path target) {
    copy(file(), target);
    if (Files.exists(log(), LinkOption.NOFOLLOW_LINKS)) {
      copy(log(), SideFile.LOG.of(target));
    }
  }

  /**
   * What the marker says.
   *
   * @throws NotFound if there is none
   */
  CopyMarker requireMarker() {
    return marker().orElseThrow(() -> new NotFound("copy", path));
  }

  private static void copy(Path original, Path target) {
    DatabaseFiles.createIfMissing(target);
    CopyFiles.copy(original, target);
  }

  private Optional<CopyMarker> marker() {
    return CopyFiles.text(path.resolve(MARKER)).flatMap(CopyMarker::parse);
  }

  private void change(Runnable step) {
    CopyMarker begun = marker().orElseGet(() -> CopyMarker.fresh(database)).begun();
    requireOurs(begun);
    write(begun);
    step.run();
    write(begun.done());
  }

  private void write(CopyMarker marker) {
    written = null;
    byte[] text = marker.text().getBytes(StandardCharsets.UTF_8);
    put(path.resolve(MARKER), text, text.length);
    written = marker;
  }

  /** Makes {@code bytes} the whole of {@code file}, which has what it had until then. */
  private void put(Path file, byte[] bytes, int length) {
    try (UnfinishedFile next = unfinished()) {
      if (!CopyFiles.write(next.path(), 0, bytes, length)) {
        throw new StorageUnavailable(
            "%s is not there any more: somebody else changes the folder".formatted(next.path()));
      }
      next.replace(file);
    }
  }

  private void requireFolder() {
    if (!Files.isDirectory(path)) {
      throw new StorageUnavailable(
          "there is no folder %s for the copy: make it, or mount its disk".formatted(path));
    }
    if (DatabaseFiles.isSame(path, DatabaseFiles.folder(database))
        || DatabaseFiles.isSame(file(), database)) {
      throw new StorageRefused(
          "%s is where the database itself is: name another folder for the copy".formatted(path));
    }
  }

  private void requireOurs(CopyMarker marker) {
    if (!marker.isOf(database)) {
      throw new StorageRefused(
          "%s has the copy of another database, %s: name another folder, or move that copy away"
              .formatted(path, marker.database()));
    }
  }

  /** A file whose marker is lost may be anybody's. */
  private void requireEmpty() {
    if (Files.exists(file(), LinkOption.NOFOLLOW_LINKS)
        || Files.exists(log(), LinkOption.NOFOLLOW_LINKS)) {
      throw new StorageRefused(
          "%s has a database that is no copy of this one: name another folder, or move it away"
              .formatted(path));
    }
  }

  /** For its owner alone, where the file system knows owners. */
  private void closeFolder() {
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException | UnsupportedOperationException notOnThisDisk) {
      return;
    }
  }
}
