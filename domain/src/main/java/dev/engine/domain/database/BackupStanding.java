package dev.engine.domain.database;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How well a database is backed up.
 *
 * @param latest the newest backup that was verified; null if there is none
 * @param proven the newest backup that was restored on trial; null if there is none
 * @param trouble what failed after the newest backup was taken; null if nothing did
 */
public record BackupStanding(
    @Nullable Known latest, @Nullable Known proven, @Nullable Trouble trouble) {

  /** Nothing was ever tried. */
  public static final BackupStanding NONE = new BackupStanding(null, null, null);

  /** More than a clock that is right is ever set back by, a change of summer time included. */
  private static final Duration AHEAD = Duration.ofHours(1);

  /**
   * How it stands with copies alone, without attempts of which nothing came.
   *
   * @param backups all there are, in any order
   */
  public static BackupStanding of(List<Backup> backups, Instant now) {
    return of(backups, List.of(), now);
  }

  /**
   * How it stands with copies and with attempts that came to nothing.
   *
   * @param backups all there are, in any order
   * @param attempts likewise
   */
  static BackupStanding of(
      List<Backup> backups, List<BackupSeal.State.Failed> attempts, Instant now) {
    List<Rated> rated = backups.stream().map(Rated::of).toList();
    return ofRated(
        rated,
        Stream.concat(attempts.stream(), backups.stream().flatMap(BackupStanding::failure))
            .toList(),
        now);
  }

  /**
   * How it stands with copies of which no more is known than what they came to. What is dated ahead
   * of {@code now} was noted by a clock that was wrong, and would hide all that comes after it.
   *
   * @param copies all there are, in any order
   * @param failures of copies and of attempts that came to nothing, in any order
   */
  public static BackupStanding ofRated(
      List<Rated> copies, List<BackupSeal.State.Failed> failures, Instant now) {
    Known latest = newest(copies, now, BackupOutcome::isGood);
    Known proven = newest(copies, now, BackupOutcome.PROVEN::equals);
    List<BackupSeal.State.Failed> open =
        failures.stream()
            .filter(failure -> !isAhead(failure.at(), now))
            .filter(failure -> latest == null || failure.at().isAfter(latest.takenAt()))
            .sorted(Comparator.comparing(BackupSeal.State.Failed::at))
            .toList();
    return new BackupStanding(latest, proven, open.isEmpty() ? null : trouble(open));
  }

  /** What is dated later than that was told by a clock that was wrong, if this one is right. */
  public static Instant horizon(Instant now) {
    return now.plus(AHEAD);
  }

  static boolean isAhead(Instant at, Instant now) {
    return at.isAfter(horizon(now));
  }

  private static Trouble trouble(List<BackupSeal.State.Failed> oldestFirst) {
    BackupSeal.State.Failed last = oldestFirst.getLast();
    return new Trouble(oldestFirst.getFirst().at(), last.at(), last.reason());
  }

  private static Stream<BackupSeal.State.Failed> failure(Backup backup) {
    return backup.seal() != null && backup.seal().state() instanceof BackupSeal.State.Failed failed
        ? Stream.of(failed)
        : Stream.empty();
  }

  private static @Nullable Known newest(
      List<Rated> copies, Instant now, Predicate<BackupOutcome> counts) {
    return copies.stream()
        .filter(copy -> counts.test(copy.outcome()) && !isAhead(copy.known().takenAt(), now))
        .map(Rated::known)
        .max(Comparator.comparing(Known::takenAt))
        .orElse(null);
  }

  /** A backup with what it came to. */
  public record Rated(Known known, BackupOutcome outcome) {

    static Rated of(Backup backup) {
      return new Rated(new Known(backup.fileName(), backup.takenAt()), backup.outcome());
    }
  }

  /**
   * A backup, as far as the store knows it.
   *
   * @param takenAt what it goes back to
   */
  public record Known(String fileName, Instant takenAt) {

    /** How far back it is at {@code now}; never negative. */
    public Duration ageAt(Instant now) {
      Duration age = Duration.between(takenAt, now);
      return age.isNegative() ? Duration.ZERO : age;
    }
  }

  /**
   * Attempts at a backup that failed, without a good one since.
   *
   * @param since when the first of them failed
   * @param lastAt when the last one did
   * @param reason of the last one, one line
   */
  public record Trouble(Instant since, Instant lastAt, String reason) {}
}
