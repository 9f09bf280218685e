package dev.engine.app;

import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.error.EngineException;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.persistence.SqliteCopy;
import dev.engine.services.loop.Loop;
import dev.engine.services.loop.Loop.Rest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the continuous copy of a store go on, and knows how it stands. What keeps it from going on is
 * told and tried again; it is nobody else's trouble.
 */
final class CopyUpkeep implements Loop.Work, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CopyUpkeep.class);

  /** Where so much was written in one round, the log is to be emptied before long. */
  private static final long MUCH_BYTES = 8L << 20;

  /** To begin anew may take a pause of all writers and a copy of the whole file. */
  private static final Duration FIRST_REST = Duration.ofSeconds(2);

  /** A folder that is there again is found within this time. */
  private static final Duration LONGEST_REST = Duration.ofSeconds(30);

  private final SqliteCopy copy;
  private final CopyState state;
  private final InstantSource clock;
  private volatile CopyStanding standing;
  private Instant failedAt = Instant.MIN;
  private Duration rest = Duration.ZERO;

  CopyUpkeep(SqliteCopy copy, boolean isOnSameDisk, CopyState state, InstantSource clock) {
    this.copy = copy;
    this.state = state;
    this.clock = clock;
    this.standing = CopyStanding.begun(copy.folder(), isOnSameDisk);
    state.write(standing);
  }

  /** How the copy stands now. */
  CopyStanding standing() {
    return standing;
  }

  @Override
  public Rest run() {
    Instant begun = clock.instant();
    if (isResting(begun)) {
      return Rest.NOTHING_LEFT;
    }
    long before = copy.shippedBytes();
    try {
      copy.ship();
      know(standing.complete(begun, copy.shippedBytes()));
      rest = Duration.ZERO;
    } catch (StorageUnavailable | StorageRefused failure) {
      failedAt = clock.instant();
      rest = longer();
      failed(begun, failure);
      return Rest.NOTHING_LEFT;
    }
    return copy.shippedBytes() - before > MUCH_BYTES ? Rest.MORE_TO_DO : Rest.NOTHING_LEFT;
  }

  /**
   * Empties the write-ahead log, if it is kept for the copy.
   *
   * @return whether it is, so that nobody else can
   */
  boolean emptiesLog() {
    if (!copy.isHolding()) {
      return false;
    }
    try {
      copy.emptyLog();
    } catch (StorageUnavailable | StorageRefused failure) {
      failed(clock.instant(), failure);
    }
    return copy.isHolding();
  }

  /** Lets go of the log if it has become too long for the copy's sake. */
  void relieve() {
    copy.relieve();
  }

  /** Copies what is left, and writes down how it stands. */
  @Override
  public void close() {
    copy.close();
    state.write(standing);
  }

  /** Not if the clock was set back meanwhile. */
  private boolean isResting(Instant now) {
    return !now.isBefore(failedAt) && now.isBefore(failedAt.plus(rest));
  }

  private Duration longer() {
    Duration twice = rest.isZero() ? FIRST_REST : rest.multipliedBy(2);
    return twice.compareTo(LONGEST_REST) < 0 ? twice : LONGEST_REST;
  }

  private synchronized void failed(Instant at, EngineException failure) {
    know(standing.failed(at, String.valueOf(failure.getMessage())));
  }

  private synchronized void know(CopyStanding now) {
    CopyStanding before = standing;
    standing = now;
    CopyStanding.Trouble trouble = now.trouble();
    boolean wasWell = before.trouble() == null;
    boolean isFirst = before.completeTo() == null;
    if (trouble != null && !trouble.equals(before.trouble())) {
      LOG.warn("the copy in {} stands still: {}", now.folder(), trouble.reason());
      state.write(now);
    } else if (trouble == null && (!wasWell || isFirst)) {
      LOG.info("the copy in {} goes on", now.folder());
      state.write(now);
    }
  }
}
