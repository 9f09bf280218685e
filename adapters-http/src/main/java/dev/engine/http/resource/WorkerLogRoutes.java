package dev.engine.http.resource;

import dev.engine.domain.error.EngineException;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.host.LogStream;
import dev.engine.domain.host.WorkerLog;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.WorkerId;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.http.problem.Refusal;
import dev.engine.http.problem.Trouble;
import dev.engine.services.EventFeed;
import dev.engine.services.WorkerLedger;
import dev.engine.services.WorkerLogDesk;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/workers/{id}/log}: what a worker has printed, whole, in parts, or as it comes. */
final class WorkerLogRoutes implements Routes {

  private static final Parameter<LogStream> STREAM =
      Parameter.query("stream", LogStream.class, "stdout if it is not given");
  private static final Parameter<Integer> ATTEMPT =
      Parameter.number("attempt", 1, 999_999, "its number; the latest if it is not given");
  private static final Parameter<String> RANGE =
      Parameter.header("Range", "one range of bytes, such as bytes=-4096 for the end");

  /** As much as is held in memory, however long the log is. */
  private static final int PIECE_BYTES = 64 * 1024;

  private static final int PARTIAL_CONTENT = 206;

  private final WorkerLogDesk logs;
  private final WorkerLogStream follower;

  WorkerLogRoutes(WorkerLedger workers, WorkerLogDesk logs, EventFeed feed) {
    this.logs = logs;
    this.follower = new WorkerLogStream(workers, logs, feed);
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(
                WorkerRoutes.ONE + "/log",
                "readWorkerLog",
                "What an attempt has printed so far, or a part of it; or, for who accepts"
                    + " text/event-stream, what it prints until it has ended, from the beginning"
                    + " or behind the Last-Event-ID.")
            .with(WorkerRoutes.ID, STREAM, ATTEMPT, RANGE, WorkerLogStream.LAST_EVENT_ID)
            .orAnswers(PARTIAL_CONTENT, "text/plain", "The part that Range names.")
            .streams(EventStream.MEDIA_TYPE, this::follow)
            .writes("text/plain; charset=utf-8", this::read));
  }

  private void follow(Call call) {
    follower.write(call, call.get(WorkerRoutes.ID), call.find(ATTEMPT), stream(call));
  }

  private void read(Call call) {
    LogStream stream = stream(call);
    AttemptId attempt = attempt(call.get(WorkerRoutes.ID), call.find(ATTEMPT));
    try (WorkerLog log =
        logs.find(attempt, stream).orElseThrow(() -> new NotFound("log of attempt", attempt))) {
      long size = log.size();
      call.http().header(Header.ACCEPT_RANGES, "bytes");
      switch (range(call, size)) {
        case ByteRange.Whole whole -> send(log, new ByteRange.Part(0, size - 1), call.http());
        case ByteRange.Part part -> {
          call.http()
              .status(PARTIAL_CONTENT)
              .header(
                  Header.CONTENT_RANGE,
                  "bytes %d-%d/%d".formatted(part.first(), part.last(), size));
          send(log, part, call.http());
        }
        case ByteRange.Beyond beyond -> {
          call.http().header(Header.CONTENT_RANGE, "bytes */" + size);
          throw new Refusal(Trouble.NO_SUCH_RANGE, "the log has %,d bytes by now".formatted(size));
        }
      }
    }
  }

  /** Who names a version with the range names none of ours: there are no versions of a log. */
  private static ByteRange range(Call call, long size) {
    boolean isOfVersion = call.http().header(Header.IF_RANGE) != null;
    return ByteRange.of(isOfVersion ? null : call.find(RANGE), size);
  }

  private AttemptId attempt(WorkerId id, @Nullable Integer number) {
    return number == null
        ? logs.latest(id).orElseThrow(() -> new NotFound("attempt yet of worker", id)).id()
        : logs.attempt(new AttemptId(id, number)).id();
  }

  private static LogStream stream(Call call) {
    LogStream stream = call.find(STREAM);
    return stream == null ? LogStream.STDOUT : stream;
  }

  /**
   * Bytes on their way are as many as was said before, whatever the worker prints meanwhile. A
   * failure can only be told by their end: then there are fewer.
   */
  private static void send(WorkerLog log, ByteRange.Part part, Context http) {
    http.res().setContentLengthLong(part.length());
    try {
      OutputStream out = http.res().getOutputStream();
      long position = part.first();
      while (position <= part.last()) {
        int wanted = (int) Math.min(PIECE_BYTES, part.last() + 1 - position);
        byte[] piece = log.read(position, wanted);
        if (piece.length == 0) {
          return;
        }
        out.write(piece);
        position += piece.length;
      }
    } catch (IOException | EngineException gone) {
      // The reader has left, or the file cannot be read any more: nobody can be told.
    }
  }
}
