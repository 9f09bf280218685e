package dev.engine.domain.database;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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

  /**
   * How it stands with copies alone, without attempts of which nothing came.
   *
   * @param backups all there are, in any order
   */
  public static BackupStanding of(List<Backup> backups) {
    return of(backups, List.of());
  }

  /**
   * How it stands with copies and with attempts that came to nothing.
   *
   * @param backups all there are, in any order
   * @param attempts likewise
   */
  static BackupStanding of(List<Backup> backups, List<BackupSeal.State.Failed> attempts) {
    Known latest = newest(backups.stream().filter(Backup::isGood));
    Known proven = newest(backups.stream().filter(b -> b.outcome() == BackupOutcome.PROVEN));
    List<BackupSeal.State.Failed> failures =
        Stream.concat(attempts.stream(), backups.stream().flatMap(BackupStanding::failure))
            .filter(failure -> latest == null || failure.at().isAfter(latest.takenAt()))
            .sorted(Comparator.comparing(BackupSeal.State.Failed::at))
            .toList();
    return new BackupStanding(latest, proven, failures.isEmpty() ? null : trouble(failures));
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

  private static @Nullable Known newest(Stream<Backup> backups) {
    return backups
        .max(Comparator.comparing(Backup::takenAt))
        .map(backup -> new Known(backup.fileName(), backup.takenAt()))
        .orElse(null);
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
