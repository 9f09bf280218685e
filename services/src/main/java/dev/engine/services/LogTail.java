package dev.engine.services;

import dev.engine.domain.host.LogStream;
import dev.engine.domain.host.WorkerLog;
import dev.engine.domain.worker.AttemptId;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt prints, piece by piece, from before its program was launched until it has ended.
 * Nothing is kept, however much is printed and however slowly it is read. For one thread.
 */
public final class LogTail implements AutoCloseable {

  /** As much as is held in memory at a time. */
  private static final int PIECE_BYTES = 16 * 1024;

  /** The bytes of a character but for its last one, at most. */
  private static final int BROKEN_BYTES = 3;

  private final WorkerLogDesk desk;
  private final AttemptId attempt;
  private final LogStream stream;
  private long position;
  private @Nullable WorkerLog log;

  LogTail(WorkerLogDesk desk, AttemptId attempt, LogStream stream, long position) {
    this.desk = desk;
    this.attempt = attempt;
    this.stream = stream;
    this.position = position;
  }

  /** The byte that comes next, counted from 0. */
  public long position() {
    return position;
  }

  /**
   * What is printed behind what was given, at most 16 KiB of it and never half a character; empty
   * if there is nothing now.
   */
  public String next() {
    WorkerLog opened = log == null ? open() : log;
    if (opened == null) {
      return "";
    }
    byte[] bytes = opened.read(position, PIECE_BYTES);
    return taken(bytes, wholeCharacters(bytes));
  }

  /** The half character with which the log of an attempt that has ended may end; empty if none. */
  public String rest() {
    byte[] bytes = log == null ? new byte[0] : log.read(position, BROKEN_BYTES);
    return taken(bytes, bytes.length);
  }

  /** Whether the log is shorter than where this stands: it is another one, or was cut. */
  public boolean isBehindTheEnd() {
    WorkerLog opened = log == null ? open() : log;
    return opened != null && position > opened.size();
  }

  /** Goes back to the first byte. */
  public void rewind() {
    position = 0;
  }

  /** Whether nothing more will be printed once {@link #next} has nothing. */
  public boolean isOver() {
    return !desk.attempt(attempt).isUnderway();
  }

  @Override
  public void close() {
    if (log != null) {
      log.close();
    }
  }

  private @Nullable WorkerLog open() {
    log = desk.find(attempt, stream).orElse(null);
    return log;
  }

  private String taken(byte[] bytes, int length) {
    position += length;
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** How many of {@code bytes} there are before a character of which the end is missing. */
  private static int wholeCharacters(byte[] bytes) {
    int from = Math.max(0, bytes.length - BROKEN_BYTES);
    for (int i = bytes.length - 1; i >= from; i--) {
      if ((bytes[i] & 0b1100_0000) != 0b1000_0000) { // a character begins here
        return i + bytesFrom(bytes[i]) > bytes.length ? i : bytes.length;
      }
    }
    return bytes.length;
  }

  /** How many bytes a character has that begins with {@code first}; 0 or 1 for what is none. */
  private static int bytesFrom(byte first) {
    int ones = Integer.numberOfLeadingZeros(~(first << 24));
    return ones > BROKEN_BYTES + 1 ? 1 : ones;
  }
}
