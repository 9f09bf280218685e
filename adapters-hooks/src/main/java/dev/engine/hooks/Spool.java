package dev.engine.hooks;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.hook.HookEventId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder in which events wait that could not be stored at once, one file each, 0600 in a folder
 * 0700. {@code bin/engine-hook} puts files there too.
 *
 * <p>A file's name sorts by when its hook was called: microseconds, process number, event id. It
 * gets that name when it is whole; until then it has another, which begins with a dot. What cannot
 * be read stands aside in a folder of its own.
 *
 * <p>Safe for use by several processes.
 */
public final class Spool {

  private static final Pattern NAME =
      Pattern.compile("([0-9]{16,18})-([0-9]{7,10})-([0-9a-f]{32})\\.event");

  private static final String UNFINISHED = ".tmp";
  private static final String LOCK = ".lock";
  private static final String ASIDE = "aside";

  private final Path folder;

  /**
   * @param folder made when the first event is put there; the folder that it is in must be there
   */
  public Spool(Path folder) {
    this.folder = folder;
  }

  /**
   * Puts {@code call} down. When this returns, it survives a power failure.
   *
   * @throws StorageUnavailable if the file system refuses
   */
  public void put(HookCall call) {
    String name =
        "%016d-%07d-%s.event"
            .formatted(micros(call.at()), ProcessHandle.current().pid(), call.id().value());
    Path unfinished = folder.resolve("." + name + UNFINISHED);
    try {
      OwnerFiles.makeFolder(folder);
      OwnerFiles.write(unfinished, SpooledText.write(HookRequest.of(call)));
      Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      OwnerFiles.sync(folder);
    } catch (IOException refused) {
      discard(unfinished);
      throw failed("cannot put an event into", refused);
    }
  }

  /** Else the half of an event that is lost anyway would be taken for one later. */
  private static void discard(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException refused) {
      // Then it is set aside one day, and said to be no event.
    }
  }

  /** The folder; it need not be there. */
  public Path path() {
    return folder;
  }

  /** Whether nothing waits here. What stands aside does not wait. */
  public boolean isEmpty() {
    return waiting().isEmpty();
  }

  /** What waits here, in the order in which the hooks were called. */
  List<Path> waiting() {
    return list(folder, "[!.]*", Files::isRegularFile);
  }

  /** What could not be read, in the order of the names. */
  public List<Path> setAside() {
    return list(folder.resolve(ASIDE), "*", Files::isRegularFile);
  }

  /** When the hook of the event that has waited longest was called; empty if none waits. */
  public Optional<Instant> oldest() {
    return waiting().stream().findFirst().flatMap(Spool::time);
  }

  /** When the oldest of what stands aside came, by its name or else by its file. */
  public Optional<Instant> oldestAside() {
    return setAside().stream()
        .map(file -> time(file).orElseGet(() -> lastChange(file)))
        .min(Comparator.naturalOrder());
  }

  /** How many events wait. */
  public int size() {
    return waiting().size();
  }

  /** What {@code file} holds; empty if somebody else has taken it away. */
  Optional<byte[]> read(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException taken) {
      return Optional.empty();
    } catch (IOException refused) {
      throw failed("cannot read", refused);
    }
  }

  /** Whether {@code file} is called as an event is. */
  static boolean isEvent(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  /** The id in the name of {@code file}; empty if it is not called as an event is. */
  static Optional<HookEventId> id(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    return name.matches() ? Optional.of(new HookEventId(name.group(3))) : Optional.empty();
  }

  /** Takes {@code file} away, whose event is stored. It may come back with a power failure. */
  void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException refused) {
      throw failed("cannot delete from", refused);
    }
  }

  /** Puts {@code file} where it is in nobody's way. */
  void putAside(Path file) {
    Path aside = folder.resolve(ASIDE);
    try {
      OwnerFiles.makeFolder(aside);
      Files.move(file, aside.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException taken) {
      return;
    } catch (IOException refused) {
      throw failed("cannot set something aside in", refused);
    }
  }

  /**
   * Finishes what a hook that was killed has left: files that nobody has written to since {@code
   * then}. Those that are not whole will be seen not to be.
   */
  void finish(Instant then) {
    for (Path file : list(folder, ".*" + UNFINISHED, file -> isOlder(file, then))) {
      String name = file.getFileName().toString();
      try {
        Files.move(file, folder.resolve(name.substring(1, name.length() - UNFINISHED.length())));
      } catch (IOException takenOrRefused) {
        // It is looked at again next time.
      }
    }
  }

  /** By what hooks know that process {@code pid} empties this. */
  DrainerMark mark(long pid) {
    return new DrainerMark(folder.resolve(".drainer"), pid);
  }

  /** The right to take events away, if nobody else has it; never two at a time in one process. */
  Optional<Hold> tryHold() {
    try {
      OwnerFiles.makeFolder(folder);
      FileChannel channel = OwnerFiles.open(folder.resolve(LOCK));
      return held(channel);
    } catch (IOException refused) {
      throw failed("cannot lock", refused);
    }
  }

  /** Given back by closing it, or by the end of the process. */
  record Hold(FileChannel channel) implements AutoCloseable {

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException failure) {
        // The lock goes with the process; nothing else depends on the file.
      }
    }
  }

  private static Optional<Hold> held(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new Hold(channel));
      }
    } catch (OverlappingFileLockException heldByThisProcess) {
      return Optional.empty(); // left open: closing any channel of the file would drop the lock
    }
    channel.close();
    return Optional.empty();
  }

  private static Optional<Instant> time(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      return Optional.empty();
    }
    return Optional.of(Micros.time(Long.parseLong(name.group(1))));
  }

  private static long micros(Instant time) {
    return Math.max(0, Micros.of(time));
  }

  private List<Path> list(Path from, String glob, DirectoryStream.Filter<Path> isWanted) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(from, glob)) {
      for (Path file : all) {
        if (isWanted.accept(file)) {
          files.add(file);
        }
      }
    } catch (NoSuchFileException nothingYet) {
      return List.of();
    } catch (IOException refused) {
      throw failed("cannot look into", refused);
    }
    files.sort(Comparator.comparing(file -> file.getFileName().toString()));
    return files;
  }

  private Instant lastChange(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException refused) {
      throw failed("cannot look into", refused);
    }
  }

  private static boolean isOlder(Path file, Instant then) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(then);
    } catch (NoSuchFileException finished) {
      return false;
    }
  }

  private StorageUnavailable failed(String what, IOException refused) {
    return new StorageUnavailable("%s %s: %s".formatted(what, folder, refused), refused);
  }
}
