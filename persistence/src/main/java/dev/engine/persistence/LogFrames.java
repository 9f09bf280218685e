package dev.engine.persistence;

import java.nio.ByteBuffer;

/**
 * The frames of a write-ahead log, one after the other, for as long as each goes on from the one
 * before it. What does not is torn, of a commit that is not whole yet, or left over from before the
 * log began anew; SQLite itself tells no otherwise. Not safe for several threads.
 */
final class LogFrames {

  static final int HEADER_BYTES = 24;

  private static final int PAGES_AT = 4;
  private static final int SALTS_AT = 8;
  private static final int SUM_AT = 16;

  private final LogHeader header;
  private LogSum sum;
  private int page;
  private int pages;

  /**
   * @param sum up to the frame from which to go on
   */
  LogFrames(LogHeader header, LogSum sum) {
    this.header = header;
    this.sum = sum;
  }

  /**
   * Goes on to the frame at {@code position} of {@code bytes}, which are there as far as it
   * reaches.
   *
   * @return whether it is the next one; else nothing has changed
   */
  boolean next(byte[] bytes, int position) {
    ByteBuffer frame = ByteBuffer.wrap(bytes);
    if (frame.getInt(position) == 0
        || frame.getInt(position + SALTS_AT) != header.firstSalt()
        || frame.getInt(position + SALTS_AT + Integer.BYTES) != header.secondSalt()) {
      return false;
    }
    ByteBuffer words = ByteBuffer.wrap(bytes).order(header.words());
    LogSum next =
        sum.over(words, position, SALTS_AT).over(words, position + HEADER_BYTES, header.pageSize());
    if (!next.equals(LogSum.at(frame, position + SUM_AT))) {
      return false;
    }
    sum = next;
    page = frame.getInt(position);
    pages = frame.getInt(position + PAGES_AT);
    return true;
  }

  /** The number of the page that the frame has, from 1 on. */
  int page() {
    return page;
  }

  /** Whether a commit ends with the frame. */
  boolean isCommit() {
    return pages != 0;
  }

  /** How many pages the database has after the commit. */
  int pagesAfterCommit() {
    return pages;
  }

  /** Up to the frame and with it. */
  LogSum sum() {
    return sum;
  }
}
