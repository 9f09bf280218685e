package dev.engine.domain.host;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Texts in memory that grow as a test says. */
public final class InMemoryWorkerLogs implements WorkerLogs {

  private static final int LATEST = 0;

  private final Map<Place, Printed> printed = new ConcurrentHashMap<>();

  private record Place(Path workspace, int attempt, LogStream stream) {}

  /** Has the attempt that was launched last print {@code text}. */
  public void print(Path workspace, LogStream stream, String text) {
    at(workspace, LATEST, stream).add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Makes what was printed so far that of {@code attempt}, behind which another is launched. */
  public void takeAway(Path workspace, int attempt) {
    for (LogStream stream : LogStream.values()) {
      Optional.ofNullable(printed.remove(new Place(workspace, LATEST, stream)))
          .ifPresent(text -> printed.put(new Place(workspace, attempt, stream), text));
    }
  }

  /** Has the attempt that was launched last print {@code bytes}. */
  public void print(Path workspace, LogStream stream, byte[] bytes) {
    at(workspace, LATEST, stream).add(bytes);
  }

  @Override
  public Optional<WorkerLog> latest(Path workspace, LogStream stream) {
    return earlier(workspace, LATEST, stream);
  }

  @Override
  public Optional<WorkerLog> earlier(Path workspace, int attempt, LogStream stream) {
    return Optional.ofNullable(printed.get(new Place(workspace, attempt, stream)));
  }

  private Printed at(Path workspace, int attempt, LogStream stream) {
    return printed.computeIfAbsent(new Place(workspace, attempt, stream), place -> new Printed());
  }

  /** Safe for a test that prints while somebody reads. */
  private static final class Printed implements WorkerLog {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private void add(byte[] more) {
      bytes.writeBytes(more);
    }

    @Override
    public long size() {
      return bytes.size();
    }

    @Override
    public byte[] read(long position, int most) {
      byte[] all = bytes.toByteArray();
      int from = (int) Math.min(position, all.length);
      int length = Math.min(most, all.length - from);
      byte[] part = new byte[length];
      System.arraycopy(all, from, part, 0, length);
      return part;
    }

    @Override
    public void close() {
      // There is nothing to give back.
    }
  }
}
