package dev.engine.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** When this machine was started, as Linux tells it: read once, when first asked. */
final class BootTime {

  /** The kernel counts in its own ticks and tells them in these, whatever its own are. */
  private static final long MILLIS_PER_TICK = 10;

  private static final String KEY = "btime ";
  private static final long UNREAD = -1;
  private static final long UNKNOWN = 0;

  private final Path stat;
  private volatile long epochSecond = UNREAD;

  /**
   * @param stat {@code /proc/stat} or what stands for it
   */
  BootTime(Path stat) {
    this.stat = stat;
  }

  /** False where there is no {@code /proc}. */
  boolean isKnown() {
    return epochSecond() != UNKNOWN;
  }

  /** When that was, by the clock as it is set now; empty where there is no {@code /proc}. */
  Optional<Instant> now() {
    long now = read();
    return now == UNKNOWN ? Optional.empty() : Optional.of(Instant.ofEpochSecond(now));
  }

  Instant plusTicks(long ticks) {
    return Instant.ofEpochSecond(epochSecond()).plusMillis(ticks * MILLIS_PER_TICK);
  }

  private long epochSecond() {
    if (epochSecond == UNREAD) {
      epochSecond = read();
    }
    return epochSecond;
  }

  private long read() {
    try (BufferedReader lines = Files.newBufferedReader(stat, StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(KEY)) {
          return Long.parseLong(line.substring(KEY.length()).strip());
        }
      }
      return UNKNOWN;
    } catch (IOException noProc) {
      return UNKNOWN;
    }
  }
}
