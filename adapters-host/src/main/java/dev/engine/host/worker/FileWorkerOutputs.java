package dev.engine.host.worker;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.host.WorkerOutputs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads what programs of workers left, from its end: it may be longer than memory is. */
public final class FileWorkerOutputs implements WorkerOutputs {

  /** The last lines stand in it, unless one of them is longer; then that one is not read. */
  private static final int TAIL_BYTES = 1 << 20;

  /** As much of a text as anybody wants to know. */
  private static final int TEXT_BYTES = 64 * 1024;

  private static final int ERROR_BYTES = 4 * 1024;

  private final Path outputs;

  /**
   * @param outputs the folder in which every worker has its own
   */
  public FileWorkerOutputs(Path outputs) {
    this.outputs = outputs;
  }

  @Override
  public Output read(Path path) {
    try (Workspace workspace = Workspace.open(outputs, path)) {
      List<String> lines = lines(tail(workspace, Workspace.OUTPUT, TAIL_BYTES));
      return new Output(
          head(workspace).map(FileWorkerOutputs::cut).orElse(null),
          lines.reversed().stream()
              .map(ResultObject::of)
              .flatMap(Optional::stream)
              .findFirst()
              .orElse(null),
          cut(last(lines)),
          cut(last(lines(tail(workspace, Workspace.ERRORS, ERROR_BYTES)))));
    } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException nothing) {
      if (Files.isReadable(outputs)) { // or it would be so for all, as when a disk is not mounted
        return Output.NOTHING; // a program may do that to its folder, and it would last
      }
      throw unreadable(path, nothing);
    } catch (IOException failure) {
      throw unreadable(path, failure);
    }
  }

  private static StorageUnavailable unreadable(Path path, IOException failure) {
    return new StorageUnavailable("cannot read what is in " + path, failure);
  }

  private static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  private static String last(List<String> lines) {
    return lines.isEmpty() ? "" : lines.getLast();
  }

  /** A text of at most {@link #TEXT_BYTES} chars, without half a character at its end. */
  static String cut(String text) {
    if (text.length() <= TEXT_BYTES) {
      return text;
    }
    boolean isSplit = Character.isHighSurrogate(text.charAt(TEXT_BYTES - 1));
    return text.substring(0, isSplit ? TEXT_BYTES - 1 : TEXT_BYTES);
  }

  private static Optional<String> head(Workspace workspace) throws IOException {
    Optional<SeekableByteChannel> file = opened(workspace, Workspace.RESULT);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try (SeekableByteChannel channel = file.get()) {
      return Optional.of(text(channel, TEXT_BYTES)).filter(text -> !text.isBlank());
    }
  }

  private static String tail(Workspace workspace, String name, int most) throws IOException {
    Optional<SeekableByteChannel> file = opened(workspace, name);
    if (file.isEmpty()) {
      return "";
    }
    try (SeekableByteChannel channel = file.get()) {
      channel.position(Math.max(0, channel.size() - most));
      return text(channel, most);
    }
  }

  /** What its program has taken away just now, or shut, is not there. */
  private static Optional<SeekableByteChannel> opened(Workspace workspace, String name)
      throws IOException {
    try {
      return workspace.read(name);
    } catch (NoSuchFileException | AccessDeniedException gone) {
      return Optional.empty();
    }
  }

  /** The next bytes, of which a character that is cut in two is shown as a replacement. */
  private static String text(SeekableByteChannel channel, int most) throws IOException {
    ByteBuffer buffer =
        ByteBuffer.allocate((int) Math.min(most, channel.size() - channel.position()));
    int read = 0;
    while (buffer.hasRemaining() && read >= 0) {
      read = channel.read(buffer);
    }
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
  }
}
