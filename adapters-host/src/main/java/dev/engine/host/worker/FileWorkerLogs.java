package dev.engine.host.worker;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.host.LogStream;
import dev.engine.domain.host.WorkerLog;
import dev.engine.domain.host.WorkerLogs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The files that programs of workers print to. */
public final class FileWorkerLogs implements WorkerLogs {

  private final Path outputs;

  /**
   * @param outputs the folder in which every worker has its own
   */
  public FileWorkerLogs(Path outputs) {
    this.outputs = outputs;
  }

  @Override
  public Optional<WorkerLog> latest(Path workspace, LogStream stream) {
    return opened(workspace, folder -> folder.read(nameOf(stream)));
  }

  @Override
  public Optional<WorkerLog> earlier(Path workspace, int attempt, LogStream stream) {
    return opened(workspace, folder -> folder.readEarlier(attempt, nameOf(stream)));
  }

  /** From a workspace to one of its files, open. */
  private interface Opening {
    Optional<SeekableByteChannel> open(Workspace workspace) throws IOException;
  }

  private Optional<WorkerLog> opened(Path path, Opening opening) {
    try {
      return isThere(path) ? openedIn(path, opening) : Optional.empty();
    } catch (IOException unreadable) {
      throw new StorageUnavailable("cannot read in " + path, unreadable);
    }
  }

  private boolean isThere(Path path) throws IOException {
    return Files.isDirectory(outputs.resolve(Workspace.name(path)), LinkOption.NOFOLLOW_LINKS);
  }

  private Optional<WorkerLog> openedIn(Path path, Opening opening) throws IOException {
    try (Workspace workspace = Workspace.open(outputs, path)) {
      return opening.open(workspace).map(OpenFile::new);
    }
  }

  private static String nameOf(LogStream stream) {
    return switch (stream) {
      case STDOUT -> Workspace.OUTPUT;
      case STDERR -> Workspace.ERRORS;
    };
  }

  private record OpenFile(SeekableByteChannel channel) implements WorkerLog {

    @Override
    public long size() {
      try {
        return channel.size();
      } catch (IOException failure) {
        throw unreadable(failure);
      }
    }

    @Override
    public byte[] read(long position, int most) {
      try {
        long from = Math.min(position, channel.size()); // systems differ in how far they count
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(most, channel.size() - from));
        channel.position(from);
        int count = 0;
        while (count >= 0 && buffer.hasRemaining()) {
          count = channel.read(buffer);
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
      } catch (IOException failure) {
        throw unreadable(failure);
      }
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException failure) {
        throw unreadable(failure);
      }
    }

    private static StorageUnavailable unreadable(IOException failure) {
      return new StorageUnavailable("cannot read what a worker has printed", failure);
    }
  }
}
