package dev.engine.domain.context;

import dev.engine.domain.session.ContextLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a context will reach its next level if the session goes on as it did.
 *
 * @param level which it will reach
 * @param after how much more of such work; the time is the session's own, so while it rests it
 *     stands
 */
public record Forecast(ContextLevel level, Duration after) {

  /** As many samples as say how the session works now. */
  public static final int SAMPLES = 20;

  /** Two points are a line whatever they are; three can disagree. */
  private static final int FEWEST = 3;

  /** Within less than this, one long answer looks like a trend. */
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  /** After so long a rest the session does something else. */
  private static final Duration REST = Duration.ofMinutes(10);

  /** Farther away, nobody can tell. */
  private static final Duration FARTHEST = Duration.ofDays(1);

  private record Point(Instant at, double percent) {

    double slopeTo(Point later) {
      return (later.percent - percent) / Duration.between(at, later.at).toMillis();
    }
  }

  /**
   * What {@code samples} say of the next level, as {@link #ahead} does. Empty if that says nothing.
   */
  public static Optional<Forecast> of(List<ContextSample> samples, @Nullable Instant emptiedAt) {
    return ahead(samples, emptiedAt).stream().findFirst();
  }

  /**
   * What {@code samples} say of each level that is not reached, the next one first: by the median
   * of the slopes between any two of them, which one odd reading cannot move. Empty if they are too
   * few or too close, or do not rise; likewise if the last level is reached.
   *
   * @param samples the newest first; of these the first {@link #SAMPLES} count
   * @param emptiedAt earlier ones do not count; null if all do
   */
  public static List<Forecast> ahead(List<ContextSample> samples, @Nullable Instant emptiedAt) {
    List<Point> points = points(samples, emptiedAt);
    if (points.size() < FEWEST
        || Duration.between(points.getLast().at(), points.getFirst().at()).compareTo(SHORTEST)
            < 0) {
      return List.of();
    }
    double slope = medianSlope(points);
    double percent = points.getFirst().percent();
    return slope <= 0
        ? List.of()
        : Arrays.stream(ContextLevel.values())
            .filter(level -> level.percent() > percent)
            .map(level -> new Forecast(level, time(level.percent() - percent, slope)))
            .filter(forecast -> forecast.after().compareTo(FARTHEST) <= 0)
            .toList();
  }

  /** Those since the context was emptied and since the last rest, the newest first. */
  private static List<Point> points(List<ContextSample> samples, @Nullable Instant emptiedAt) {
    List<Point> points = new ArrayList<>();
    for (ContextSample sample : samples.subList(0, Math.min(samples.size(), SAMPLES))) {
      ContextReading reading = sample.reading();
      Double percent = percent(reading);
      if (percent == null) {
        continue;
      }
      if ((emptiedAt != null && reading.at().isBefore(emptiedAt)) || isAfterRest(points, reading)) {
        break;
      }
      points.add(new Point(reading.at(), percent));
    }
    return points;
  }

  private static boolean isAfterRest(List<Point> points, ContextReading earlier) {
    return !points.isEmpty()
        && Duration.between(earlier.at(), points.getLast().at()).compareTo(REST) > 0;
  }

  /** Of the tokens where they are known: whole percents rise in steps. */
  private static @Nullable Double percent(ContextReading reading) {
    ContextFill fill = reading.fill();
    if (!reading.isMeasured()) {
      return null;
    }
    if (fill.tokens() != null && fill.window() != null) {
      return Math.min(100.0, fill.tokens() * 100.0 / fill.window());
    }
    return fill.percent() == null ? null : fill.percent().doubleValue();
  }

  /** In percent a millisecond. */
  private static double medianSlope(List<Point> newestFirst) {
    List<Double> slopes = new ArrayList<>();
    for (int later = 0; later < newestFirst.size(); later++) {
      for (int earlier = later + 1; earlier < newestFirst.size(); earlier++) {
        slopes.add(newestFirst.get(earlier).slopeTo(newestFirst.get(later)));
      }
    }
    slopes.sort(null);
    int middle = slopes.size() / 2;
    return slopes.size() % 2 == 1
        ? slopes.get(middle)
        : (slopes.get(middle - 1) + slopes.get(middle)) / 2;
  }

  private static Duration time(double percents, double slope) {
    return Duration.ofMillis((long) Math.min(percents / slope, FARTHEST.toMillis() + 1.0));
  }
}
