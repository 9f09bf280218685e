package dev.engine.domain.database;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How long the write-ahead log of a store is, and who keeps it from being emptied: whoever reads an
 * old state needs all that was written since.
 *
 * @param bytes its size
 * @param readers the processes that read at this moment, by id; none where that cannot be seen
 */
public record LogHold(long bytes, List<Long> readers) {

  /** A log that is emptied when it can be never gets there. */
  public static final long LIMIT_BYTES = 64L << 20;

  public LogHold {
    readers = List.copyOf(readers);
  }

  /** Whether it is longer than it may be. */
  public boolean isTooLong() {
    return bytes > LIMIT_BYTES;
  }

  /** Such as {@code the write-ahead log is 80 MiB: process 4242 reads on and on}. */
  public String told() {
    String who =
        readers.isEmpty()
            ? "somebody reads on and on"
            : readers.stream()
                .map("process %d"::formatted)
                .collect(
                    Collectors.joining(
                        ", ", "", readers.size() == 1 ? " reads on and on" : " read on and on"));
    return "the write-ahead log has %,d MiB: %s".formatted(bytes >> 20, who);
  }
}
