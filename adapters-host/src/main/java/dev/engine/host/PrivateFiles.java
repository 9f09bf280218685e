package dev.engine.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Folders and files that only their owner can read, whatever the umask: 0700 and 0600.
 *
 * <p>Not for the database: closing its file would drop SQLite's locks on it.
 */
public final class PrivateFiles {

  /** What a file may be. */
  static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");

  /** What a folder may be. */
  static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

  private PrivateFiles() {}

  /**
   * Makes {@code folder} and those above it that are missing.
   *
   * @return those that were made, the outermost first; empty if it was there
   * @throws FileAlreadyExistsException if something other than a folder stands there
   */
  public static List<Path> makeFolders(Path folder) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path each = folder; each != null && !Files.isDirectory(each); each = each.getParent()) {
      missing.push(each);
    }
    for (Path each : missing) {
      makeFolder(each);
    }
    return List.copyOf(missing);
  }

  /**
   * Makes {@code file} hold {@code content}, or leaves it as it was: nobody ever sees a part. A
   * file that is replaced keeps its mode, and a link stays a link.
   */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, content, () -> {});
  }

  /**
   * Opens {@code file} for writing in place, made if it is missing. Whatever mode it had, only its
   * owner can read it from then on.
   *
   * @throws java.nio.file.FileSystemException if it is a link, which is never followed
   */
  public static FileChannel open(Path file) throws IOException {
    Set<OpenOption> options =
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    FileChannel channel = FileChannel.open(file, options, only(OWNER_FILE));
    Files.setPosixFilePermissions(file, OWNER_FILE);
    return channel;
  }

  /** Takes from others what they may do with {@code file}. */
  public static void close(Path file) throws IOException {
    Files.setPosixFilePermissions(file, OWNER_FILE);
  }

  /** As {@link #write(Path, byte[])}, unless {@code lastLook} throws just before it would show. */
  static void write(Path file, byte[] content, LastLook lastLook) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = target.resolveSibling("");
    Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    Set<PosixFilePermission> mode =
        Files.exists(target) ? Files.getPosixFilePermissions(target) : OWNER_FILE;
    try {
      writeNew(temporary, content);
      Files.setPosixFilePermissions(temporary, mode);
      lastLook.run();
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    sync(folder);
  }

  /** Makes the removal and renaming of what is in {@code folder} survive a power failure. */
  static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Whether others than the owner may do anything with {@code path}, which is not followed. */
  static boolean isTooOpen(Path path) throws IOException {
    return !OWNER_FOLDER.containsAll(
        Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
  }

  private static void makeFolder(Path folder) throws IOException {
    try {
      Files.createDirectory(folder, only(OWNER_FOLDER));
    } catch (FileAlreadyExistsException taken) {
      if (!Files.isDirectory(folder)) {
        throw taken;
      }
      return; // another process was quicker; it set the mode
    }
    // Again: a umask may have taken bits from the owner too.
    Files.setPosixFilePermissions(folder, OWNER_FOLDER);
  }

  private static void writeNew(Path file, byte[] content) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, only(OWNER_FILE))) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> only(Set<PosixFilePermission> mode) {
    return PosixFilePermissions.asFileAttribute(mode);
  }

  /** Throws if a file must stay as it is. */
  interface LastLook {

    void run() throws IOException;
  }
}
