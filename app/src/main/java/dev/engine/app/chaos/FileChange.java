package dev.engine.app.chaos;

import java.nio.file.Path;
import java.util.HexFormat;

/** One change that a writer made to what is in its folder; paths are relative to that. */
sealed interface FileChange {

  /** Makes the same change in {@code image}. */
  void apply(Image image);

  /** A file is there from now on, empty if it was not. */
  record Made(Path file) implements FileChange {
    @Override
    public void apply(Image image) {
      image.make(file);
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
    public void apply(Image image) {
      image.write(file, place, HexFormat.of().parseHex(content));
    }
  }

  /**
   * Something is written behind what a file has.
   *
   * @param content in hex digits, two for each byte
   */
  record Appended(Path file, String content) implements FileChange {
    @Override
    public void apply(Image image) {
      image.append(file, HexFormat.of().parseHex(content));
    }
  }

  /** A file has this many bytes from now on. */
  record Resized(Path file, long length) implements FileChange {
    @Override
    public void apply(Image image) {
      image.resize(file, length);
    }
  }

  /** A folder is there from now on. */
  record MadeFolder(Path name) implements FileChange {
    @Override
    public void apply(Image image) {
      image.makeFolder(name);
    }
  }

  /** A file has another name, and takes the place of what had it. */
  record Renamed(Path before, Path after) implements FileChange {
    @Override
    public void apply(Image image) {
      image.rename(before, after);
    }
  }

  /** A file or an empty folder is gone. */
  record Removed(Path file) implements FileChange {
    @Override
    public void apply(Image image) {
      image.remove(file);
    }
  }

  /** No change: a step was acknowledged. */
  record Acknowledged() implements FileChange {
    @Override
    public void apply(Image image) {}
  }
}
