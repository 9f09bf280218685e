package dev.engine.persistence;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The write-ahead log of a database, as far as its commits are in a copy. Not safe for several
 * threads.
 */
final class ShippedLog {

  /** As much as is read at a time; only what a single commit is larger than takes more. */
  private static final int CHUNK_BYTES = 4 << 20;

  /** A single commit beyond this is copied with the whole file: it must fit into memory twice. */
  private static final int LARGEST_COMMIT_BYTES = 32 << 20;

  /** A log that is begun anew has the next salt, a few more if it had nothing in between. */
  private static final int NEXT_SALTS = 16;

  private final Path file;
  private final LogWatch watch;
  private final CopyFolder folder;
  private final LogPin pin;
  private final PlainReads reads;
  private LogPlace place = LogPlace.START;
  private final AtomicLong bytes = new AtomicLong();

  /**
   * @param watch sees that the log is still the store's own
   * @param pin keeps what is not copied; released when the copy cannot go on from where it is
   */
  ShippedLog(Path file, LogWatch watch, CopyFolder folder, LogPin pin) {
    this.file = file;
    this.watch = watch;
    this.folder = folder;
    this.pin = pin;
    this.reads = new PlainReads(file);
  }

  /** What was read of the log and is not in the copy yet; {@code way} ends where it ends. */
  static final class Rest {

    private final byte[] bytes;
    private final LogPlace.Way way;

    private Rest(byte[] bytes, LogPlace.Way way) {
      this.bytes = bytes;
      this.way = way;
    }
  }

  static final Rest NOTHING = new Rest(new byte[0], new LogPlace.Way(LogPlace.START, 0));

  /** How many bytes were put into the copy. */
  long bytes() {
    return bytes.get();
  }

  /** How far in the log it has come. */
  LogPlace place() {
    return place;
  }

  /** The copy has a new file, to which the whole log of the database belongs. */
  void beginWith(long copiedBytes) {
    place = LogPlace.START;
    bytes.addAndGet(copiedBytes);
  }

  /** The log that was copied has come to its end, and all of it is copied. */
  void beginAnew() {
    folder.fold();
    place = LogPlace.START;
  }

  /** Copies on from where the last commit was that is copied. */
  void follow() {
    int most = CHUNK_BYTES;
    boolean isMore = true;
    while (isMore) {
      byte[] read = reads.log(place.offset(), most);
      watch.look();
      LogPlace.Way way = place.follow(read);
      if (way.length() > 0) {
        append(new Rest(read, way));
        isMore = read.length == most;
      } else if (read.length == most && place.goesOn(read)) {
        most = larger(most);
      } else {
        isMore = turnBack();
      }
    }
  }

  /**
   * Reads what is left, while nobody writes and something is left.
   *
   * @param frames in the log
   * @return empty if it is more than is read at a time, or not to be found here
   */
  Optional<Rest> rest(long frames) {
    byte[] read = reads.log(place.offset(), CHUNK_BYTES);
    LogPlace.Way way = place.follow(read);
    return way.length() > 0 && way.end().frames() == frames
        ? Optional.of(new Rest(read, way))
        : Optional.empty();
  }

  /** Puts into the copy what goes on from there. */
  void append(Rest rest) {
    LogPlace.Way way = rest.way;
    if (way.length() == 0) {
      return;
    }
    if (!folder.append(place, rest.bytes, way.length())) {
      throw lost(
          "the copy in %s is not what was written there any more: it is made anew"
              .formatted(folder.path()));
    }
    place = way.end();
    bytes.addAndGet(way.length());
  }

  /**
   * Where nothing goes on from here, the log has begun anew, or a commit that did not get to the
   * disk was taken back and written over.
   *
   * @return whether there is something to copy from the beginning of the log
   */
  private boolean turnBack() {
    LogHeader copied = place.header();
    Optional<LogHeader> now = LogHeader.parse(reads.log(0, LogHeader.BYTES));
    if (copied == null || now.isEmpty()) {
      return false;
    }
    if (now.get().equals(copied)) {
      byte[] same = reads.log(0, Math.toIntExact(place.offset()));
      boolean isSame = LogPlace.START.follow(same).end().equals(place);
      place = isSame ? place : LogPlace.START;
      return !isSame;
    }
    if (!pin.isHeld()) { // asked after the look: until then it was, if it is now
      throw lost("the log of %s was not kept: the file is copied anew".formatted(file));
    }
    int salts = now.get().firstSalt() - copied.firstSalt();
    if (salts < 1 || salts > NEXT_SALTS) {
      throw lost("the log of %s is another one: the file is copied anew".formatted(file));
    }
    watch.look();
    beginAnew();
    return true;
  }

  private int larger(int most) {
    if (most >= LARGEST_COMMIT_BYTES) {
      throw lost(
          "more was written to %s at once than is copied so: it is copied anew".formatted(file));
    }
    return most * 2;
  }

  private StorageUnavailable lost(String reason) {
    pin.release();
    return new StorageUnavailable(reason);
  }
}
