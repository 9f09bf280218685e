package dev.engine.persistence;

import java.util.function.LongSupplier;

/**
 * How a store serves many callers.
 *
 * @param nanoTime nanoseconds of a clock that is never set back, such as {@code System::nanoTime}
 * @param gauge hears of each batch of writes
 */
public record Serving(ServingLimits limits, LongSupplier nanoTime, WriterGauge gauge) {

  /** With {@link ServingLimits#STANDARD}, and without counting anything. */
  public static Serving standard(LongSupplier nanoTime) {
    return new Serving(ServingLimits.STANDARD, nanoTime, WriterGauge.NONE);
  }
}
