package dev.engine.persistence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What the first 32 bytes of a write-ahead log say. The salts are drawn anew each time that the log
 * begins anew; frames with other ones are left over from before.
 *
 * @param pageSize in bytes, a power of two from 512 to 65536
 * @param firstSalt one more each time
 * @param secondSalt random
 * @param words the order of bytes in which checksums read
 * @param sum over the header, from which the first frame goes on
 */
record LogHeader(int pageSize, int firstSalt, int secondSalt, ByteOrder words, LogSum sum) {

  static final int BYTES = 32;

  /** What every log of SQLite begins with; its last bit says in which order checksums read. */
  private static final int MAGIC = 0x377f0682;

  private static final int FORMAT = 3_007_000;

  private static final int PAGE_SIZE_AT = 8;
  private static final int SALTS_AT = 16;
  private static final int SUM_AT = 24;

  private static final int SMALLEST_PAGE = 512;
  private static final int LARGEST_PAGE = 65_536;

  /**
   * Reads it.
   *
   * @param bytes of a log from its beginning
   * @return empty if they are too few, or are not those of a log
   */
  static Optional<LogHeader> parse(byte[] bytes) {
    if (bytes.length < BYTES) {
      return Optional.empty();
    }
    ByteBuffer header = ByteBuffer.wrap(bytes);
    int magic = header.getInt(0);
    if ((magic & ~1) != MAGIC || header.getInt(Integer.BYTES) != FORMAT) {
      return Optional.empty();
    }
    ByteOrder words = magic == MAGIC ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    LogSum sum = LogSum.ZERO.over(ByteBuffer.wrap(bytes).order(words), 0, SUM_AT);
    int pageSize = header.getInt(PAGE_SIZE_AT);
    if (!sum.equals(LogSum.at(header, SUM_AT)) || !isPageSize(pageSize)) {
      return Optional.empty();
    }
    return Optional.of(
        new LogHeader(
            pageSize,
            header.getInt(SALTS_AT),
            header.getInt(SALTS_AT + Integer.BYTES),
            words,
            sum));
  }

  /** How long a frame is: its own header and a page. */
  int frameBytes() {
    return LogFrames.HEADER_BYTES + pageSize;
  }

  private static boolean isPageSize(int bytes) {
    return bytes >= SMALLEST_PAGE && bytes <= LARGEST_PAGE && Integer.bitCount(bytes) == 1;
  }
}
