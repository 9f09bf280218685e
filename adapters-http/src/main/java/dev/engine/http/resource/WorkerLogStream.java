package dev.engine.http.resource;

import dev.engine.domain.error.EngineException;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.host.LogStream;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.AttemptOutcome;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerStatus;
import dev.engine.http.api.Call;
import dev.engine.http.api.Parameter;
import dev.engine.http.api.Parameter.Place;
import dev.engine.http.json.Json;
import dev.engine.http.json.Shape;
import dev.engine.http.json.Shapes;
import dev.engine.services.EventFeed;
import dev.engine.services.EventFeed.Portion;
import dev.engine.services.LogTail;
import dev.engine.services.WorkerLedger;
import dev.engine.services.WorkerLogDesk;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt prints, as it comes, in the form of {@link EventStream}. The id of a piece is the
 * byte that comes behind it, so that a reader who was cut off goes on there. The last event is
 * {@code end}, once the attempt has ended.
 *
 * <p>A reader that does not take what it is sent blocks only its own virtual thread, holds one
 * piece, and is cut off when the connection's idle time is over.
 */
final class WorkerLogStream {

  /** Where a reader was cut off. */
  static final Parameter<Long> LAST_EVENT_ID =
      Parameter.position(Place.HEADER, "Last-Event-ID", "the id of the last piece that was read");

  /** Each holds a connection and an open file. */
  private static final int MOST_READERS = 64;

  /** How soon a reader sees what was printed. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private static final long MOST_QUIET_LOOKS = EventStream.HEARTBEAT.dividedBy(BETWEEN_LOOKS);

  private static final Shape<LogPieceJson> PIECE = Shapes.of(LogPieceJson.class);
  private static final Shape<LogEndJson> END = Shapes.of(LogEndJson.class);

  private final WorkerLedger workers;
  private final WorkerLogDesk logs;
  private final EventFeed feed;
  private final Semaphore places = new Semaphore(MOST_READERS);

  WorkerLogStream(WorkerLedger workers, WorkerLogDesk logs, EventFeed feed) {
    this.workers = workers;
    this.logs = logs;
    this.feed = feed;
  }

  /** A piece of what was printed, on the wire. */
  record LogPieceJson(int attempt, String text) {}

  /** How an attempt ended, and where that leaves its worker. */
  record LogEndJson(int attempt, AttemptOutcome outcome, WorkerStatus status) {}

  /**
   * Writes what an attempt prints until it has ended, the reader goes or the engine ends. Where
   * none has begun, it waits for the first.
   *
   * @param number of the attempt; null for the latest
   * @throws EngineException.NotFound if there is no such worker or attempt
   * @throws StorageUnavailable if there are too many readers already
   */
  void write(Call call, WorkerId id, @Nullable Integer number, LogStream stream) {
    Long last = call.find(LAST_EVENT_ID);
    long head = feed.newest();
    Optional<Attempt> attempt =
        number == null ? logs.latest(id) : Optional.of(logs.attempt(new AttemptId(id, number)));
    if (!places.tryAcquire()) {
      throw new StorageUnavailable(
          "%d readers follow logs already, which is the most there may be".formatted(MOST_READERS));
    }
    try {
      Reader reader = new Reader(call.http().res().getOutputStream(), id, head);
      reader.follow(attempt, stream, last == null ? 0 : last);
    } catch (IOException gone) {
      // The reader has left or was cut off: nobody is there to be told.
    } catch (EngineException failure) {
      // The answer has begun, so that a failure can only be told by its end; the reader comes
      // again.
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  /** One who follows a worker. */
  private final class Reader {

    private final OutputStream out;
    private final WorkerId worker;
    private final EventFilter news;
    private long position;
    private long quietLooks;
    private boolean isNews = true;
    private boolean isEnding;

    private Reader(OutputStream out, WorkerId worker, long position) {
      this.out = out;
      this.worker = worker;
      this.news = EventFilter.of(new Subject(Subject.Kind.WORKER, worker.value()));
      this.position = position;
    }

    private void follow(Optional<Attempt> known, LogStream stream, long start)
        throws IOException, InterruptedException {
      EventStream.send(out, EventStream.OPENING);
      Optional<Attempt> attempt = known;
      while (attempt.isEmpty() && !isEnding) {
        await();
        attempt = isNews ? logs.latest(worker) : attempt;
      }
      if (attempt.isPresent()) {
        try (LogTail tail = logs.tail(attempt.get().id(), stream, start)) {
          follow(tail, attempt.get().id());
        }
      }
    }

    private void follow(LogTail tail, AttemptId attempt) throws IOException, InterruptedException {
      if (tail.isBehindTheEnd()) {
        tail.rewind();
        send("event: reset\nid: %d\ndata: %s\n\n", tail.position(), "{}");
      }
      boolean isOver = false;
      while (!isEnding) {
        isOver = isOver || (isNews && tail.isOver()); // asked before the read: nothing is missed
        isNews = false;
        String text = tail.next();
        if (!text.isEmpty()) {
          send(tail, attempt, text);
        } else if (isOver) {
          end(tail, attempt);
          return;
        } else {
          await();
        }
      }
    }

    /** Waits until something happens to the worker, or a moment, in which it may have printed. */
    private void await() throws IOException, InterruptedException {
      Portion portion = feed.next(position, news, BETWEEN_LOOKS);
      position = portion.position();
      isNews = !portion.events().isEmpty();
      isEnding = portion.isLast();
      quietLooks++;
      if (quietLooks >= MOST_QUIET_LOOKS) {
        send(EventStream.STILL_HERE);
      }
    }

    private void end(LogTail tail, AttemptId attempt) throws IOException {
      String rest = tail.rest();
      if (!rest.isEmpty()) {
        send(tail, attempt, rest);
      }
      if (logs.attempt(attempt).state() instanceof Attempt.State.Ended ended) {
        WorkerStatus status = workers.show(worker).status();
        LogEndJson end = new LogEndJson(attempt.number(), ended.outcome(), status);
        send("event: end\nid: %d\ndata: %s\n\n", tail.position(), Json.write(end, END));
      }
    }

    private void send(LogTail tail, AttemptId attempt, String text) throws IOException {
      LogPieceJson piece = new LogPieceJson(attempt.number(), text);
      send("id: %d\ndata: %s\n\n", tail.position(), Json.write(piece, PIECE));
    }

    private void send(String event, long id, String data) throws IOException {
      send(EventStream.utf8(event.formatted(id, data)));
    }

    private void send(byte[] bytes) throws IOException {
      quietLooks = 0;
      EventStream.send(out, bytes);
    }
  }
}
