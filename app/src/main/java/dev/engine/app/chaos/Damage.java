package dev.engine.app.chaos;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/** A way in which a write-ahead log may be found that not all of was written, or not well. */
enum Damage {
  /** Somebody has deleted it. */
  DELETED {
    @Override
    byte[] of(byte[] log, SplittableRandom random) {
      return new byte[0];
    }
  },

  /** Cut off at any byte. */
  TRUNCATED {
    @Override
    byte[] of(byte[] log, SplittableRandom random) {
      return Arrays.copyOf(log, random.nextInt(log.length));
    }
  },

  /** Cut off in the middle of a frame, whose page is all there but for its end. */
  TORN {
    @Override
    byte[] of(byte[] log, SplittableRandom random) {
      int sectors = random.nextInt(1, FRAME / SECTOR);
      return Arrays.copyOf(log, Math.min(log.length, frame(log, random) + sectors * SECTOR));
    }
  },

  /** A sector was never written. */
  ZEROED_SECTOR {
    @Override
    byte[] of(byte[] log, SplittableRandom random) {
      int from = random.nextInt(log.length) / SECTOR * SECTOR;
      Arrays.fill(log, from, Math.min(log.length, from + SECTOR), (byte) 0);
      return log;
    }
  },

  /** A frame was never written. */
  ZEROED_FRAME {
    @Override
    byte[] of(byte[] log, SplittableRandom random) {
      int from = frame(log, random);
      Arrays.fill(log, from, Math.min(log.length, from + FRAME), (byte) 0);
      return log;
    }
  },

  /** Everything from a byte on was never written, but the file is as long. */
  ZEROED_END {
    @Override
    byte[] of(byte[] log, SplittableRandom random) {
      Arrays.fill(log, random.nextInt(log.length), log.length, (byte) 0);
      return log;
    }
  },

  /** One to eight bits are other than they were. */
  FLIPPED_BITS {
    @Override
    byte[] of(byte[] log, SplittableRandom random) {
      for (int left = random.nextInt(1, 9); left > 0; left--) {
        log[random.nextInt(log.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      }
      return log;
    }
  },

  /** The header of the log itself. */
  FLIPPED_HEADER {
    @Override
    byte[] of(byte[] log, SplittableRandom random) {
      log[random.nextInt(HEADER)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      return log;
    }
  },

  /** Two frames have changed places. */
  SWAPPED_FRAMES {
    @Override
    byte[] of(byte[] log, SplittableRandom random) {
      int one = frame(log, random);
      int other = frame(log, random);
      byte[] kept = Arrays.copyOfRange(log, one, one + FRAME);
      System.arraycopy(log, other, log, one, FRAME);
      System.arraycopy(kept, 0, log, other, FRAME);
      return log;
    }
  },

  /** A frame is left from before the log was begun anew. */
  STALE_FRAME {
    @Override
    byte[] of(byte[] log, SplittableRandom random) {
      log[frame(log, random) + SALT + random.nextInt(SALT_LENGTH)] ^= 1;
      return log;
    }
  },

  /** The log was begun anew, and nothing of what is in it belongs to it. */
  STALE_LOG {
    @Override
    byte[] of(byte[] log, SplittableRandom random) {
      log[HEADER_SALT + random.nextInt(SALT_LENGTH)] ^= 1;
      return log;
    }
  },

  /** A frame was written twice, the second time in the place of the next. */
  REPEATED_FRAME {
    @Override
    byte[] of(byte[] log, SplittableRandom random) {
      System.arraycopy(log, frame(log, random), log, frame(log, random), FRAME);
      return log;
    }
  };

  /** As SQLite's file format has it, with the pages of 4 KiB that our files have. */
  private static final int HEADER = 32;

  private static final int HEADER_SALT = 16;
  private static final int FRAME_HEADER = 24;
  private static final int SALT = 8;
  private static final int SALT_LENGTH = 8;
  private static final int PAGE = 4_096;
  private static final int FRAME = FRAME_HEADER + PAGE;
  private static final int SECTOR = 512;

  /**
   * A damaged log; empty for none.
   *
   * @param log of at least one frame; may be changed
   */
  abstract byte[] of(byte[] log, SplittableRandom random);

  /** Where a frame begins. */
  private static int frame(byte[] log, SplittableRandom random) {
    return HEADER + random.nextInt((log.length - HEADER) / FRAME) * FRAME;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
