package dev.engine.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What SQLite does in a checkpoint, for a file that nobody has open: of each page that a log's
 * commits have, the newest goes into the file. Without SQLite, for that would want locks and shared
 * memory, which the disk of a copy need not have. Doing it again, after it was cut off or not, ends
 * in the same file.
 */
final class CopyFold {

  private final FileChannel log;
  private final LogHeader header;

  /** Where in the log the newest committed frame of each page is, by page. */
  private final Map<Integer, Long> newest = new TreeMap<>();

  private int pages;

  private CopyFold(FileChannel log, LogHeader header) {
    this.log = log;
    this.header = header;
  }

  /** Plays all commits of {@code log} into {@code base}, and waits for the disk. */
  static void of(FileChannel log, FileChannel base) throws IOException {
    Optional<LogHeader> header = LogHeader.parse(read(log, 0, LogHeader.BYTES));
    if (header.isPresent()) {
      CopyFold fold = new CopyFold(log, header.get());
      fold.find();
      fold.write(base);
    }
  }

  private void find() throws IOException {
    LogFrames frames = new LogFrames(header, header.sum());
    Map<Integer, Long> open = new HashMap<>();
    long at = LogHeader.BYTES;
    byte[] frame = read(log, at, header.frameBytes());
    while (frame.length == header.frameBytes() && frames.next(frame, 0)) {
      open.put(frames.page(), at);
      if (frames.isCommit()) {
        newest.putAll(open);
        open.clear();
        pages = frames.pagesAfterCommit();
      }
      at += frame.length;
      frame = read(log, at, header.frameBytes());
    }
  }

  private void write(FileChannel base) throws IOException {
    if (newest.isEmpty()) {
      return;
    }
    long size = (long) pages * header.pageSize();
    for (Map.Entry<Integer, Long> page : newest.entrySet()) {
      long at = (page.getKey() - 1L) * header.pageSize();
      if (at < size) { // else the file has become shorter since
        byte[] frame = read(log, page.getValue(), header.frameBytes());
        write(base, at, ByteBuffer.wrap(frame, LogFrames.HEADER_BYTES, header.pageSize()));
      }
    }
    base.truncate(size);
    base.force(true);
  }

  private static void write(FileChannel base, long at, ByteBuffer page) throws IOException {
    base.position(at);
    while (page.hasRemaining()) {
      base.write(page);
    }
  }

  /** As many bytes as there are, at most {@code length}. */
  private static byte[] read(FileChannel log, long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && log.read(bytes, at + bytes.position()) > 0) {
      // on until it is full or there are no more
    }
    return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
  }
}
