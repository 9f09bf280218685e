package dev.engine.domain.database;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a running engine backs up by itself.
 *
 * @param every how long after the last good backup the next one is due; zero for never
 * @param keptCount how many good scheduled ones are kept, 1 or more
 * @param keptFor how long scheduled ones are kept
 * @param maxAge how old the last good backup may be before the person is told; zero for any age
 */
public record BackupPolicy(Duration every, int keptCount, Duration keptFor, Duration maxAge) {

  /** Where nobody says otherwise. A lost day can be told again, a lost week cannot. */
  public static final BackupPolicy STANDARD =
      new BackupPolicy(Duration.ofDays(1), 14, Duration.ofDays(30), Duration.ofDays(3));

  /** What fails once mostly fails again, and each try tells the journal. */
  private static final Duration BETWEEN_FAILURES = Duration.ofMinutes(15);

  /** Of good ones, whatever their age. */
  private static final int LAST_FEW = 3;

  /** To be looked at; each takes as much room as a good one. */
  private static final int FAILED_KEPT = 2;

  private static final Comparator<Backup> NEWEST_FIRST =
      Comparator.comparing(Backup::takenAt).reversed();

  /** Whether a backup is to be taken at {@code now}. */
  public boolean isDue(BackupStanding standing, Instant now) {
    BackupStanding.Trouble trouble = standing.trouble();
    if (every.isZero() || (trouble != null && isWithin(trouble.lastAt(), BETWEEN_FAILURES, now))) {
      return false;
    }
    BackupStanding.Known latest = standing.latest();
    return latest == null || !isWithin(latest.takenAt(), every, now);
  }

  /**
   * Since when there has been no good backup for too long, which is when the last one became too
   * old.
   *
   * @param begunAt when the database was made: until then nothing could be lost
   */
  public Optional<Instant> staleSince(BackupStanding standing, Instant begunAt, Instant now) {
    BackupStanding.Known latest = standing.latest();
    Instant tooOldAt = (latest == null ? begunAt : latest.takenAt()).plus(maxAge);
    return maxAge.isZero() || now.isBefore(tooOldAt) ? Optional.empty() : Optional.of(tooOldAt);
  }

  /**
   * Which of {@code backups} are not needed any more: scheduled ones that are too many or too old.
   * Those that failed do not count towards the good ones, of which the last few and the newest
   * proven one stay at any age: a clock that is wrong makes everything old at once. What a person
   * took, or a change of the schema, a person takes away.
   *
   * @param backups all there are, in any order
   * @return the newest first
   */
  public List<Backup> spent(List<Backup> backups, Instant now) {
    Comparator<Backup> order = lastFirst(now);
    List<Backup> scheduled =
        backups.stream()
            .filter(backup -> backup.name().equals(BackupName.SCHEDULED))
            .sorted(order)
            .toList();
    Optional<Backup> proven =
        backups.stream().filter(backup -> backup.outcome() == BackupOutcome.PROVEN).min(order);
    return Stream.of(
            spent(scheduled, BackupOutcome::isGood, keptCount, LAST_FEW, now),
            spent(scheduled, BackupOutcome.KEPT::equals, keptCount, LAST_FEW, now),
            spent(scheduled, BackupOutcome.FAILED::equals, FAILED_KEPT, 0, now))
        .flatMap(backup -> backup)
        .filter(backup -> !proven.equals(Optional.of(backup)))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  private Stream<Backup> spent(
      List<Backup> lastFirst, Predicate<BackupOutcome> kind, int most, int ofAnyAge, Instant now) {
    List<Backup> alike = lastFirst.stream().filter(backup -> kind.test(backup.outcome())).toList();
    return IntStream.range(0, alike.size())
        .filter(
            i -> i >= most || (i >= ofAnyAge && !isWithin(alike.get(i).takenAt(), keptFor, now)))
        .mapToObj(alike::get);
  }

  /**
   * Those that are dated ahead at the end: when they were taken nobody knows, and so they give way
   * to what is taken now.
   */
  private static Comparator<Backup> lastFirst(Instant now) {
    return Comparator.comparing((Backup backup) -> BackupStanding.isAhead(backup.takenAt(), now))
        .thenComparing(NEWEST_FIRST);
  }

  /** Also for a time to come: a clock that was set back a little is no reason to do anything. */
  private static boolean isWithin(Instant at, Duration span, Instant now) {
    return now.isBefore(at.plus(span));
  }
}
