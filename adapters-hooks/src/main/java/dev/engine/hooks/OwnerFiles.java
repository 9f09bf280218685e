package dev.engine.hooks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/**
 * Files and folders of the spool, which only their owner may read, whatever the umask. Never the
 * database: closing its file would drop SQLite's locks on it.
 */
final class OwnerFiles {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnerFiles() {}

  /** Makes {@code folder} in one that is there, if it is missing. */
  static void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.createDirectory(folder, only(FOLDER));
    } catch (FileAlreadyExistsException anotherWasQuicker) {
      return;
    }
    sync(folder.resolveSibling(""));
  }

  /** Opens {@code file} to write to it from its beginning; makes it if it is missing. */
  static FileChannel open(Path file, OpenOption... more) throws IOException {
    Set<OpenOption> options = new HashSet<>(Set.of(more));
    options.add(StandardOpenOption.CREATE);
    options.add(StandardOpenOption.WRITE);
    return FileChannel.open(file, options, only(FILE));
  }

  /** Makes {@code file} hold {@code content}; when this returns, the content is on the disk. */
  static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = open(file, StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** The same, and nobody ever sees a part of it. */
  static void replace(Path file, byte[] content) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    write(unfinished, content);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Makes what was put into {@code folder}, or taken out of it, survive a power failure. */
  static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> only(Set<PosixFilePermission> mode) {
    return PosixFilePermissions.asFileAttribute(mode);
  }
}
