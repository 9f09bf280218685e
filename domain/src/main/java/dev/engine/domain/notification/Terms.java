package dev.engine.domain.notification;

import dev.engine.domain.Urgency;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a notice is to be told.
 *
 * @param generation from 1; what happens again to the same thing, such as a second run of a worker,
 *     is told again under the next one
 * @param notBefore until when it is held back; null for at once
 * @param expiresAt from when on it is not worth telling; null if it always is
 */
public record Terms(
    int generation,
    Urgency urgency,
    StillTrue stillTrue,
    @Nullable Instant notBefore,
    @Nullable Instant expiresAt) {

  /** Told at the next occasion, whenever that is. */
  public static final Terms PLAIN = new Terms(1, Urgency.NORMAL, StillTrue.ALWAYS, null, null);

  /**
   * @throws InvalidInput if {@code generation} is less than 1
   */
  public Terms {
    if (generation < 1) {
      throw new InvalidInput("generation", "1 or more", Integer.toString(generation));
    }
  }

  public Terms with(Urgency other) {
    return new Terms(generation, other, stillTrue, notBefore, expiresAt);
  }

  /** Told only if {@code condition} holds then. */
  public Terms onlyIf(StillTrue condition) {
    return new Terms(generation, urgency, condition, notBefore, expiresAt);
  }

  public Terms ofGeneration(int other) {
    return new Terms(other, urgency, stillTrue, notBefore, expiresAt);
  }

  /** Held back until {@code time}. */
  public Terms notBefore(Instant time) {
    return new Terms(generation, urgency, stillTrue, time, expiresAt);
  }

  /** Not told from {@code time} on. */
  public Terms until(Instant time) {
    return new Terms(generation, urgency, stillTrue, notBefore, time);
  }
}
