package dev.engine.domain.database;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the continuous copy of a database stands.
 *
 * @param folder where it is
 * @param isOnSameDisk whether the loss of the database's disk would take it along
 * @param completeTo all that was committed before then is in it; null if there is none yet
 * @param trouble what keeps it from going on; null if nothing does
 * @param shippedBytes how many bytes were copied since the engine started
 */
public record CopyStanding(
    Path folder,
    boolean isOnSameDisk,
    @Nullable Instant completeTo,
    @Nullable Trouble trouble,
    long shippedBytes) {

  /** A disk that is mounted again, or has room again, by then is not worth a word. */
  private static final Duration UNTOLD = Duration.ofMinutes(1);

  /**
   * What keeps a copy from going on.
   *
   * @param since when it was first met
   * @param reason one line
   */
  public record Trouble(Instant since, String reason) {}

  /** One that is about to begin. */
  public static CopyStanding begun(Path folder, boolean isOnSameDisk) {
    return new CopyStanding(folder, isOnSameDisk, null, null, 0);
  }

  /** After all that was committed before {@code at} was copied. */
  public CopyStanding complete(Instant at, long bytes) {
    return new CopyStanding(folder, isOnSameDisk, at, null, bytes);
  }

  /** After it could not go on; the first failure's time stands. */
  public CopyStanding failed(Instant at, String reason) {
    Instant since = trouble == null ? at : trouble.since();
    return new CopyStanding(
        folder, isOnSameDisk, completeTo, new Trouble(since, reason), shippedBytes);
  }

  /** How far behind the database it may be at {@code now}; empty if there is none yet. */
  public Optional<Duration> lagAt(Instant now) {
    if (completeTo == null) {
      return Optional.empty();
    }
    Duration lag = Duration.between(completeTo, now);
    return Optional.of(lag.isNegative() ? Duration.ZERO : lag);
  }

  /** The trouble that the person is to hear of at {@code now}, for it has lasted. */
  public Optional<Trouble> staleAt(Instant now) {
    return Optional.ofNullable(trouble)
        .filter(lasting -> !now.isBefore(lasting.since().plus(UNTOLD)));
  }
}
