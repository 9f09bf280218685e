package dev.engine.app.chaos;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a folder in memory, in which changes are made in no time. */
final class Image {

  private static final class Content {
    private byte[] bytes = new byte[0];
    private int length;

    private void write(int place, byte[] part) {
      resize(Math.max(length, place + part.length));
      System.arraycopy(part, 0, bytes, place, part.length);
    }

    private void resize(int next) {
      if (next > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(next, 2 * bytes.length));
      }
      if (next < length) {
        Arrays.fill(bytes, next, length, (byte) 0);
      }
      length = next;
    }
  }

  private final Map<Path, Content> files = new TreeMap<>();
  private final Set<Path> folders = new LinkedHashSet<>();

  /** Of the files below {@code folder}, which nobody has open. */
  static Image of(Path folder) throws IOException {
    Image image = new Image();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(path -> !path.equals(folder)).sorted().toList()) {
        if (Files.isDirectory(path)) {
          image.makeFolder(folder.relativize(path));
        } else {
          image.write(folder.relativize(path), 0, Files.readAllBytes(path));
        }
      }
    }
    return image;
  }

  void make(Path file) {
    content(file);
  }

  void makeFolder(Path folder) {
    folders.add(folder);
  }

  void write(Path file, long place, byte[] part) {
    content(file).write(Math.toIntExact(place), part);
  }

  void append(Path file, byte[] part) {
    Content content = content(file);
    content.write(content.length, part);
  }

  void resize(Path file, long length) {
    content(file).resize(Math.toIntExact(length));
  }

  /** A file takes the place of what has the name {@code after}; a folder takes all in it along. */
  void rename(Path before, Path after) {
    Content renamed = files.remove(before);
    if (renamed != null) {
      files.put(after, renamed);
      return;
    }
    folders.remove(before);
    folders.add(after);
    for (Path file : Set.copyOf(files.keySet())) {
      if (file.startsWith(before)) {
        files.put(after.resolve(before.relativize(file)), content(file));
        files.remove(file);
      }
    }
  }

  void remove(Path path) {
    files.remove(path);
    folders.remove(path);
  }

  /** Lays all of it in the empty {@code target}. */
  void lay(Path target) throws IOException {
    for (Path folder : folders) {
      Files.createDirectories(target.resolve(folder));
    }
    for (Map.Entry<Path, Content> file : files.entrySet()) {
      try (SeekableByteChannel channel =
          Files.newByteChannel(
              target.resolve(file.getKey()),
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
        Content content = file.getValue();
        channel.write(ByteBuffer.wrap(content.bytes, 0, content.length));
      }
    }
  }

  /** Made if it is not there. */
  private Content content(Path file) {
    return files.computeIfAbsent(file, none -> new Content());
  }
}
