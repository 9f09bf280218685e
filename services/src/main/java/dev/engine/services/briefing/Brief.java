package dev.engine.services.briefing;

import dev.engine.domain.journal.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is new.
 *
 * @param since when the reader looked last, or the time they named; null if they never looked
 * @param upTo the position of the newest event that it takes in; 0 if there was none
 * @param isWhole false if so much happened that the oldest of it was left out
 * @param spentUsd what attempts of workers cost that have ended since, as far as they told: US
 *     dollars to the millionth
 * @param groups only those with something in them, the worst first
 */
public record Brief(
    @Nullable Instant since, long upTo, boolean isWhole, BigDecimal spentUsd, List<Group> groups) {

  public Brief {
    groups = List.copyOf(groups);
  }

  public boolean isEmpty() {
    return groups.isEmpty() && spentUsd.signum() == 0;
  }

  /**
   * The news about one topic.
   *
   * @param count of all of it
   * @param newest a few of it, the oldest of those first
   */
  public record Group(Topic topic, int count, List<Item> newest) {

    public Group {
      newest = List.copyOf(newest);
    }
  }

  /**
   * One piece of news.
   *
   * @param kind what it is about; null if that is a session
   * @param subject the id of what it is about, which {@code engine why} explains
   * @param text what it is, in a line
   * @param event the position of the event that tells it
   */
  public record Item(
      Instant at, Subject.@Nullable Kind kind, String subject, String text, long event) {}
}
