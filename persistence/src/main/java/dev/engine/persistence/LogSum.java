package dev.engine.persistence;

import java.nio.ByteBuffer;

/**
 * The checksum of a write-ahead log up to some place. That of a frame goes on from that of the
 * frame before it, so one that fits proves all before it.
 */
record LogSum(int first, int second) {

  static final LogSum ZERO = new LogSum(0, 0);

  /** The sum of two words, with which SQLite mixes the next two. */
  private static final int STEP_BYTES = 2 * Integer.BYTES;

  /** As it stands in a log. */
  static LogSum at(ByteBuffer bigEndian, int position) {
    return new LogSum(bigEndian.getInt(position), bigEndian.getInt(position + Integer.BYTES));
  }

  /**
   * This one, and then some of {@code words}.
   *
   * @param words in the order of bytes that the log's header names
   * @param length in bytes, a multiple of 8
   */
  LogSum over(ByteBuffer words, int position, int length) {
    int one = first;
    int two = second;
    for (int at = position; at < position + length; at += STEP_BYTES) {
      one += words.getInt(at) + two;
      two += words.getInt(at + Integer.BYTES) + one;
    }
    return new LogSum(one, two);
  }
}
