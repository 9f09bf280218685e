package dev.engine.app.chaos;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;

/** One change that a writer made to what is in its folder; paths are relative to that. */
sealed interface FileChange {

  /** Makes the same change in {@code folder}, in which nobody has a file open. */
  void apply(Path folder) throws IOException;

  /** A file is there from now on, empty if it was not. */
  record Made(Path file) implements FileChange {
    @Override
    public void apply(Path folder) throws IOException {
      open(folder.resolve(file)).close();
    }
  }

  /**
   * Something is written.
   *
   * @param place in bytes from the beginning of the file
   * @param content in hex digits, two for each byte
   */
  record Written(Path file, long place, String content) implements FileChange {
    @Override
    public void apply(Path folder) throws IOException {
      try (FileChannel channel = open(folder.resolve(file))) {
        channel.write(ByteBuffer.wrap(HexFormat.of().parseHex(content)), place);
      }
    }
  }

  /**
   * Something is written behind what a file has.
   *
   * @param content in hex digits, two for each byte
   */
  record Appended(Path file, String content) implements FileChange {
    @Override
    public void apply(Path folder) throws IOException {
      try (FileChannel channel = open(folder.resolve(file))) {
        channel.write(ByteBuffer.wrap(HexFormat.of().parseHex(content)), channel.size());
      }
    }
  }

  /** A file has this many bytes from now on. */
  record Resized(Path file, long length) implements FileChange {
    @Override
    public void apply(Path folder) throws IOException {
      try (FileChannel channel = open(folder.resolve(file))) {
        if (channel.size() > length) {
          channel.truncate(length);
        } else if (channel.size() < length) {
          channel.write(ByteBuffer.allocate(1), length - 1);
        }
      }
    }
  }

  /** A folder is there from now on. */
  record MadeFolder(Path name) implements FileChange {
    @Override
    public void apply(Path folder) throws IOException {
      Files.createDirectories(folder.resolve(name));
    }
  }

  /** A file has another name, and takes the place of what had it. */
  record Renamed(Path before, Path after) implements FileChange {
    @Override
    public void apply(Path folder) throws IOException {
      Files.move(
          folder.resolve(before), folder.resolve(after), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** A file is gone. */
  record Removed(Path file) implements FileChange {
    @Override
    public void apply(Path folder) throws IOException {
      Files.deleteIfExists(folder.resolve(file));
    }
  }

  /** No change: a step was acknowledged. */
  record Acknowledged() implements FileChange {
    @Override
    public void apply(Path folder) {}
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
