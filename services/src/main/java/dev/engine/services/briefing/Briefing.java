package dev.engine.services.briefing;

import dev.engine.domain.Limit;
import dev.engine.domain.Storage;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.briefing.LookMark;
import dev.engine.domain.briefing.Reader;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.journal.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells people what is new since they looked last. It reads the journal; no model is asked. */
public final class Briefing {

  private static final Limit PAGE = new Limit(1_000);

  /** Some hours of a large fleet; who was away for longer is told of the newest. */
  private static final int MOST_PAGES = 100;

  /** Of each topic; the rest is counted. */
  private static final int SHOWN = 10;

  private final Storage storage;
  private final Headlines headlines;
  private final InstantSource clock;

  public Briefing(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.headlines = new Headlines(storage);
    this.clock = clock;
  }

  /** What is new since {@code reader} looked last. Their mark stays where it is. */
  public Brief sinceLooked(Reader reader) {
    return storage
        .lookMarks()
        .find(reader)
        .map(mark -> brief(mark.position(), Instant.MIN, mark.at()))
        .orElseGet(() -> brief(0, Instant.MIN, null));
  }

  /** What has happened within the last {@code span}, whoever has looked at it. */
  public Brief within(TimeSpan span) {
    Instant since = clock.instant().minus(span.length());
    return brief(0, since, since);
  }

  /**
   * Marks everything up to an event as looked at by {@code reader}; a mark never goes back.
   *
   * @param upTo as {@link Brief#upTo}
   * @return where the mark stands now
   * @throws InvalidInput if there is no such event yet
   */
  public LookMark looked(Reader reader, long upTo) {
    long head = storage.journal().head();
    if (upTo < 0 || upTo > head) {
      throw new InvalidInput(
          "position of an event", "0 to %d, the newest one's".formatted(head), "" + upTo);
    }
    return storage.lookMarks().advance(reader, upTo, clock.instant()).mark();
  }

  private Brief brief(long behind, Instant since, @Nullable Instant said) {
    long head = storage.journal().head();
    List<Event> news = new ArrayList<>();
    boolean isWhole = collect(behind, since, head, news);
    BigDecimal spent = news.stream().map(News::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Brief(said, head, isWhole, spent, groups(news.reversed()));
  }

  /**
   * Adds what is news, or has cost something, to {@code news}, the newest first, and says whether
   * it is all of that.
   */
  private boolean collect(long behind, Instant since, long head, List<Event> news) {
    long front = head + 1;
    for (int page = 0; page < MOST_PAGES; page++) {
      List<Event> events =
          storage.journal().before(front, EventFilter.ALL, PAGE).stream()
              .filter(event -> event.position() > behind)
              .toList();
      List<Event> recent =
          events.stream().filter(event -> !event.happening().at().isBefore(since)).toList();
      recent.stream().filter(News::counts).forEach(news::add);
      if (events.size() < PAGE.rows() || recent.isEmpty()) {
        return true;
      }
      front = events.getLast().position();
    }
    return false;
  }

  /**
   * @param news the oldest first
   */
  private List<Brief.Group> groups(List<Event> news) {
    Map<Topic, Map<String, Event>> byTopic = new EnumMap<>(Topic.class);
    for (Event event : news) {
      Topic topic = News.topic(event);
      if (topic != null && headlines.isStillSo(topic, event)) {
        // Who waits, or fails, several times is told of once, with the last of them.
        Map<String, Event> group = byTopic.computeIfAbsent(topic, any -> new LinkedHashMap<>());
        group.remove(News.subject(event));
        group.put(News.subject(event), event);
      }
    }
    return byTopic.entrySet().stream()
        .map(entry -> group(entry.getKey(), entry.getValue().values()))
        .toList();
  }

  private Brief.Group group(Topic topic, Collection<Event> events) {
    List<Brief.Item> newest =
        events.stream().skip(Math.max(0, events.size() - SHOWN)).map(this::item).toList();
    return new Brief.Group(topic, events.size(), newest);
  }

  private Brief.Item item(Event event) {
    Subject subject = event.happening().subject();
    return new Brief.Item(
        event.happening().at(),
        subject == null ? null : subject.kind(),
        News.subject(event),
        headlines.of(event),
        event.position());
  }
}
