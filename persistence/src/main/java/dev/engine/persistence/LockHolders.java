package dev.engine.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Who is connected to a database, as far as Linux tells: every connection holds a lock on it. */
final class LockHolders {

  private static final Path LOCKS = Path.of("/proc/locks");

  private LockHolders() {}

  /** The processes that hold a lock on {@code file}, by id; none where it cannot be seen. */
  static List<Long> of(Path file) {
    return seen(file).orElse(List.of());
  }

  /** As {@link #of}, but empty where it cannot be seen. */
  static Optional<List<Long>> seen(Path file) {
    return locks(file).map(LockHolders::processes);
  }

  /** As {@link #of}, for a lock that begins at {@code position}. */
  static List<Long> ofByte(Path file, long position) {
    String first = Long.toString(position);
    return processes(
        locks(file).orElse(List.of()).stream().filter(lock -> lock[6].equals(first)).toList());
  }

  private static List<Long> processes(List<String[]> locks) {
    return locks.stream().map(lock -> Long.valueOf(lock[4])).distinct().sorted().toList();
  }

  /** Locks that are held, each in its words; those that are waited for have one word more. */
  private static Optional<List<String[]>> locks(Path file) {
    try {
      String inode = ":" + Files.getAttribute(file, "unix:ino");
      // 1: POSIX  ADVISORY  READ 4242 fd:01:131090 128 128
      return Optional.of(
          Files.readAllLines(LOCKS).stream()
              .map(line -> line.trim().split("\\s+"))
              .filter(lock -> lock.length == 8 && lock[5].endsWith(inode))
              .toList());
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException notToBeSeen) {
      return Optional.empty();
    }
  }
}
