package dev.engine.http.resource;

import dev.engine.domain.error.EngineException;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventFilter;
import dev.engine.http.api.Call;
import dev.engine.http.api.Parameter;
import dev.engine.http.api.Parameter.Place;
import dev.engine.http.json.Json;
import dev.engine.http.json.Shape;
import dev.engine.http.json.Shapes;
import dev.engine.services.EventFeed;
import dev.engine.services.EventFeed.Portion;
import dev.engine.wire.EventJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Events as they come, in the form of
 * https://html.spec.whatwg.org/multipage/server-sent-events.html: each has its position as id, so
 * that a reader who was cut off goes on where it was.
 *
 * <p>A reader that does not take what it is sent blocks only its own virtual thread, and is cut off
 * when the connection's idle time is over. What it misses stays in the journal.
 */
final class EventStream {

  static final String MEDIA_TYPE = "text/event-stream";

  /** Where a reader was cut off. */
  static final Parameter<Long> LAST_EVENT_ID =
      Parameter.position(Place.HEADER, "Last-Event-ID", "the id of the last event that was read");

  /** More than the pages and tools of one machine; each holds a connection. */
  private static final int MOST_READERS = 64;

  /** Less than the idle time after which a connection is closed. */
  static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** What every stream begins with: how soon a reader who was cut off comes again, in ms. */
  static final byte[] OPENING = utf8("retry: 1000\n\n");

  /** What shows that the other side is there, and tells nothing. */
  static final byte[] STILL_HERE = utf8(":\n\n");

  private static final Shape<EventJson> SHAPE = Shapes.of(EventJson.class);

  private final EventFeed feed;
  private final Semaphore places = new Semaphore(MOST_READERS);

  EventStream(EventFeed feed) {
    this.feed = feed;
  }

  /**
   * Writes events that {@code filter} lets through until the reader goes or the engine ends.
   *
   * @throws StorageUnavailable if there are too many readers already
   */
  void write(Call call, EventFilter filter) {
    long head = feed.newest();
    Long last = call.find(LAST_EVENT_ID);
    if (!places.tryAcquire()) {
      throw new StorageUnavailable(
          "%d readers follow the events already, which is the most there may be"
              .formatted(MOST_READERS));
    }
    try {
      OutputStream out = call.http().res().getOutputStream();
      send(out, OPENING);
      follow(out, last == null ? head : last, head, filter);
    } catch (IOException gone) {
      // The reader has left or was cut off: nobody is there to be told.
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  private void follow(OutputStream out, long start, long head, EventFilter filter)
      throws IOException, InterruptedException {
    long position = start;
    if (start > head) { // an id from another database, as after a restore
      send(out, utf8("event: reset\nid: %d\ndata: {}\n\n".formatted(head)));
      position = head;
    }
    boolean isLast = false;
    while (!isLast) {
      Portion portion = next(position, filter);
      send(out, portion.events().isEmpty() ? STILL_HERE : utf8(text(portion)));
      position = portion.position();
      isLast = portion.isLast();
    }
  }

  /**
   * The answer has begun, so that a failure can only be told by its end; the reader comes again.
   */
  private Portion next(long position, EventFilter filter) throws InterruptedException, IOException {
    try {
      return feed.next(position, filter, HEARTBEAT);
    } catch (EngineException failure) {
      throw new IOException(failure);
    }
  }

  private static String text(Portion portion) {
    StringBuilder text = new StringBuilder();
    for (Event event : portion.events()) {
      text.append("id: ").append(event.position()).append('\n');
      text.append("data: ").append(Json.write(EventJson.of(event), SHAPE)).append("\n\n");
    }
    return text.toString();
  }

  static void send(OutputStream out, byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
