package dev.engine.domain.context;

import dev.engine.domain.session.ContextGauge;
import dev.engine.domain.session.Session;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a reading means, given what is known already. No more than that: whoever stores it does so
 * in the transaction in which this was read.
 *
 * @param session whose context was read
 * @param newest the newest sample of it; null if there is none
 * @param stalePercent how full the context was that its client had cleared for this one, 0..100;
 *     null if it had not, or that is not known
 */
public record Measurement(
    Session session, @Nullable ContextSample newest, @Nullable Integer stalePercent) {

  /**
   * How soon the same is worth a sample again. A client tells it several times a second while it
   * draws, and its file would be full of it.
   */
  public static final Duration REPEATED_AFTER = Duration.ofMinutes(1);

  /** What becomes of {@code told}; never {@link Measuring.NotKnown}. */
  public Measuring of(ContextReading told) {
    ContextReading reading = sized(told);
    if (isOutdated(reading)) {
      return new Measuring.Outdated(session);
    }
    if (isRepeated(reading)) {
      return new Measuring.Known(session);
    }
    ContextSample sample = new ContextSample(session.id(), reading);
    Integer percent = reading.fill().percent();
    return percent == null
        ? new Measuring.Taken(session, sample)
        : taken(sample, reading.isMeasured(), percent);
  }

  private Measuring taken(ContextSample sample, boolean isMeasured, int percent) {
    Session after =
        isMeasured ? session.filledTo(percent, sample.reading().at()) : session.warnedAt(percent);
    return session.owesWarningAt(percent)
        ? new Measuring.Warned(after, sample, percent)
        : new Measuring.Taken(after, sample);
  }

  /** Who counts only tokens is helped by whoever knew the window before. */
  private ContextReading sized(ContextReading reading) {
    Long window = newest == null ? null : newest.reading().fill().window();
    return window == null ? reading : reading.within(window);
  }

  private boolean isOutdated(ContextReading reading) {
    ContextGauge gauge = session.report().context().gauge();
    Integer percent = reading.fill().percent();
    return !session.isLive()
        || gauge.isFromBefore(reading.at())
        || (newest != null && !reading.at().isAfter(newest.reading().at()))
        || (percent != null && reading.isMeasured() && isStale(gauge, percent));
  }

  private boolean isStale(ContextGauge gauge, int percent) {
    boolean isAsCleared = stalePercent != null && stalePercent == percent;
    return gauge.isStale(percent) || (gauge.equals(ContextGauge.UNKNOWN) && isAsCleared);
  }

  private boolean isRepeated(ContextReading reading) {
    return newest != null
        && !session.report().context().gauge().isFromBefore(newest.reading().at())
        && newest.reading().source() == reading.source()
        && newest.reading().fill().equals(reading.fill())
        && reading.at().isBefore(newest.reading().at().plus(REPEATED_AFTER));
  }
}
