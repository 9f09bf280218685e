package dev.engine.app.log;

import dev.engine.host.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written to its end, and begun anew when it has become too long. The older parts
 * lie beside it as {@code NAME.1}, the youngest of them, up to {@code NAME.N}. To be used by one
 * thread at a time and by one process.
 */
final class RotatingFile implements AutoCloseable {

  private final Path file;
  private final long maxBytes;
  private final int olderParts;
  private FileChannel channel;

  /**
   * Goes on where an earlier process has stopped.
   *
   * @param maxBytes how long a part may become; one line that is longer makes a part of its own
   * @param olderParts how many are kept beside the one that is being written
   */
  RotatingFile(Path file, long maxBytes, int olderParts) throws IOException {
    this.file = file;
    this.maxBytes = maxBytes;
    this.olderParts = olderParts;
    PrivateFiles.makeFolders(file.toAbsolutePath().resolveSibling(""));
    this.channel = atEnd(file);
  }

  /** Adds {@code bytes}, all of them to one part. */
  void write(byte[] bytes) throws IOException {
    if (channel.position() > 0 && channel.position() + bytes.length > maxBytes) {
      rotate();
    }
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void rotate() throws IOException {
    channel.close();
    for (int number = olderParts; number > 0; number--) {
      Path younger = number == 1 ? file : part(number - 1);
      if (Files.exists(younger)) {
        Files.move(younger, part(number), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    channel = atEnd(file);
    channel.truncate(0); // where no older part is kept, the file is still there
  }

  private Path part(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }

  private static FileChannel atEnd(Path file) throws IOException {
    FileChannel channel = PrivateFiles.open(file);
    channel.position(channel.size());
    return channel;
  }
}
