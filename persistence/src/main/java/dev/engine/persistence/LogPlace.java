package dev.engine.persistence;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a write-ahead log: right behind a commit, or where the log begins.
 *
 * @param header null at the beginning of a log that nobody has looked into
 * @param offset in bytes from its beginning
 * @param sum up to there
 */
record LogPlace(@Nullable LogHeader header, long offset, LogSum sum) {

  static final LogPlace START = new LogPlace(null, 0, LogSum.ZERO);

  /**
   * How far one comes.
   *
   * @param end the place behind the last whole commit
   * @param length how many bytes are between
   */
  record Way(LogPlace end, int length) {}

  /**
   * Goes on from here as far as there are whole commits.
   *
   * @param bytes of the log from here on, as many as were read
   */
  Way follow(byte[] bytes) {
    if (header != null) {
      return follow(header, bytes, 0);
    }
    Optional<LogHeader> first = LogHeader.parse(bytes);
    if (first.isEmpty()) {
      return new Way(this, 0);
    }
    LogPlace behind = new LogPlace(first.get(), LogHeader.BYTES, first.get().sum());
    Way way = behind.follow(first.get(), bytes, LogHeader.BYTES);
    return way.length() == 0
        ? new Way(this, 0)
        : new Way(way.end(), LogHeader.BYTES + way.length());
  }

  /**
   * Whether the log goes on from here at all, be it with a commit that is not whole.
   *
   * @param bytes of the log from here on, at least a frame
   */
  boolean goesOn(byte[] bytes) {
    return header == null
        ? LogHeader.parse(bytes).isPresent()
        : new LogFrames(header, sum).next(bytes, 0);
  }

  /** How many frames are before it. */
  long frames() {
    return header == null ? 0 : (offset - LogHeader.BYTES) / header.frameBytes();
  }

  private Way follow(LogHeader log, byte[] bytes, int from) {
    LogFrames frames = new LogFrames(log, sum);
    Way way = new Way(this, 0);
    for (int at = from; at + log.frameBytes() <= bytes.length; at += log.frameBytes()) {
      if (!frames.next(bytes, at)) {
        return way;
      }
      if (frames.isCommit()) {
        int length = at + log.frameBytes() - from;
        way = new Way(new LogPlace(log, offset + length, frames.sum()), length);
      }
    }
    return way;
  }
}
