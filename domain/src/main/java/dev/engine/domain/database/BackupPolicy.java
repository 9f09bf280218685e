package dev.engine.domain.database;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a running engine backs up by itself.
 *
 * @param every how long after the last good backup the next one is due; zero for never
 * @param keptCount how many scheduled ones are kept, 1 or more
 * @param keptFor how long scheduled ones are kept
 * @param maxAge how old the last good backup may be before the person is told; zero for any age
 */
public record BackupPolicy(Duration every, int keptCount, Duration keptFor, Duration maxAge) {

  /** Where nobody says otherwise. A lost day can be told again, a lost week cannot. */
  public static final BackupPolicy STANDARD =
      new BackupPolicy(Duration.ofDays(1), 14, Duration.ofDays(30), Duration.ofDays(3));

  /** What fails once mostly fails again, and each try tells the journal. */
  private static final Duration BETWEEN_FAILURES = Duration.ofMinutes(15);

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
   * Which of {@code backups} are not needed any more: scheduled ones that are too many or too old,
   * and neither the newest good one nor the newest proven one. What a person took, or a change of
   * the schema, a person takes away.
   *
   * @param backups all there are, in any order
   * @return the newest first
   */
  public List<Backup> spent(List<Backup> backups, Instant now) {
    List<Backup> scheduled =
        backups.stream()
            .filter(backup -> backup.name().equals(BackupName.SCHEDULED))
            .sorted(NEWEST_FIRST)
            .toList();
    List<Backup> spent = new ArrayList<>();
    for (int i = 0; i < scheduled.size(); i++) {
      if (i >= keptCount || !isWithin(scheduled.get(i).takenAt(), keptFor, now)) {
        spent.add(scheduled.get(i));
      }
    }
    newest(backups, BackupOutcome.PROVEN).ifPresent(spent::remove);
    backups.stream().filter(Backup::isGood).min(NEWEST_FIRST).ifPresent(spent::remove);
    return List.copyOf(spent);
  }

  private static Optional<Backup> newest(List<Backup> backups, BackupOutcome outcome) {
    return backups.stream().filter(backup -> backup.outcome() == outcome).min(NEWEST_FIRST);
  }

  /** Also for a time to come: a clock that was set back is no reason to do anything at once. */
  private static boolean isWithin(Instant at, Duration span, Instant now) {
    return now.isBefore(at.plus(span));
  }
}
