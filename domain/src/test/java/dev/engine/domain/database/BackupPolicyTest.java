package dev.engine.domain.database;

import static dev.engine.domain.database.BackupExamples.NOON;
import static dev.engine.domain.database.BackupExamples.failed;
import static dev.engine.domain.database.BackupExamples.kept;
import static dev.engine.domain.database.BackupExamples.minute;
import static dev.engine.domain.database.BackupExamples.proven;
import static dev.engine.domain.database.BackupExamples.taken;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BackupPolicyTest {

  private static final BackupPolicy HOURLY =
      new BackupPolicy(Duration.ofHours(1), 3, Duration.ofHours(10), Duration.ofHours(2));

  private static final BackupPolicy MANY =
      new BackupPolicy(Duration.ofHours(1), 14, Duration.ofHours(10), Duration.ofHours(2));

  /** In minutes. */
  private static final int YEAR = 60 * 24 * 365;

  private static final BackupPolicy NEVER =
      new BackupPolicy(Duration.ZERO, 3, Duration.ofHours(10), Duration.ZERO);

  @Test
  void oneIsDueWhenTheLastGoodOneIsOldEnough() {
    BackupStanding standing = BackupStanding.of(List.of(taken(0)), minute(9_999));

    assertThat(HOURLY.isDue(standing, minute(59))).isFalse();
    assertThat(HOURLY.isDue(standing, minute(60))).isTrue();
    assertThat(HOURLY.isDue(BackupStanding.NONE, NOON)).isTrue();
    assertThat(NEVER.isDue(standing, minute(60))).isFalse();
  }

  @Test
  void noneIsDueRightAfterAFailure() {
    BackupStanding standing = BackupStanding.of(List.of(taken(0), failed(60)), minute(9_999));

    assertThat(HOURLY.isDue(standing, minute(75))).isFalse();
    assertThat(HOURLY.isDue(standing, minute(76))).isTrue();
  }

  @Test
  void aClockThatWasSetBackALittleMakesNoneDue() {
    assertThat(HOURLY.isDue(BackupStanding.of(List.of(taken(60)), NOON), NOON)).isFalse();
  }

  @Test
  void whatIsDatedAheadIsNoReasonToTakeNone() {
    BackupStanding standing = BackupStanding.of(List.of(taken(YEAR)), minute(5));

    assertThat(HOURLY.isDue(standing, minute(5))).isTrue();
    assertThat(HOURLY.staleSince(standing, NOON, minute(200))).contains(minute(120));
  }

  /** Tried while the clock was ahead, it would otherwise be waited for until then. */
  @Test
  void aFailureThatIsDatedAheadIsNoReasonToTakeNone() {
    BackupStanding standing = BackupStanding.of(List.of(taken(0), failed(YEAR)), minute(60));

    assertThat(standing.trouble()).isNull();
    assertThat(HOURLY.isDue(standing, minute(60))).isTrue();
  }

  @Test
  void tooOldIsOlderThanTheLimit() {
    BackupStanding standing = BackupStanding.of(List.of(taken(0)), minute(9_999));

    assertThat(HOURLY.staleSince(standing, NOON, minute(119))).isEmpty();
    assertThat(HOURLY.staleSince(standing, NOON, minute(121))).contains(minute(120));
    assertThat(HOURLY.staleSince(BackupStanding.NONE, minute(7), minute(200)))
        .contains(minute(127));
    assertThat(NEVER.staleSince(standing, NOON, minute(9_999))).isEmpty();
  }

  @Test
  void scheduledOnesAreSpentByCount() {
    List<Backup> backups = List.of(taken(0), taken(1), taken(2), taken(3), taken(4));

    assertThat(HOURLY.spent(backups, minute(5))).containsExactly(taken(1), taken(0));
  }

  @Test
  void scheduledOnesAreSpentByAgeButForTheLastFew() {
    List<Backup> backups = List.of(taken(0), taken(1), taken(2), taken(3), taken(600));

    assertThat(MANY.spent(backups, minute(601))).containsExactly(taken(1), taken(0));
  }

  @Test
  void aClockThatIsAheadTakesNotTheLastFew() {
    List<Backup> backups = List.of(taken(0), taken(1), taken(2), taken(3), proven(YEAR));

    assertThat(MANY.spent(backups, minute(YEAR + 1))).containsExactly(taken(1), taken(0));
  }

  @Test
  void whatIsDatedAheadGivesWayToWhatIsTakenNow() {
    List<Backup> backups = List.of(taken(0), taken(1), taken(2), taken(YEAR));

    assertThat(HOURLY.spent(backups, minute(3))).containsExactly(taken(YEAR));
  }

  @Test
  void thoseThatFailPushNoGoodOnesOut() {
    List<Backup> backups =
        List.of(taken(0), proven(1), taken(2), failed(3), failed(4), failed(5), failed(6));

    assertThat(HOURLY.spent(backups, minute(7))).containsExactly(failed(4), failed(3));
  }

  @Test
  void thoseWhoseSealCannotBeReadPushNoGoodOnesOut() {
    List<Backup> backups =
        List.of(taken(0), taken(1), unknown(2), unknown(3), unknown(4), unknown(5));

    assertThat(HOURLY.spent(backups, minute(6))).containsExactly(unknown(2));
  }

  @Test
  void whatAPersonOrAMigrationTookStays() {
    Backup mine = taken(BackupName.MANUAL, 0);
    Backup undo = taken(new BackupName("before_029"), 0);

    assertThat(HOURLY.spent(List.of(mine, undo, kept(BackupName.MANUAL, 1)), minute(9_999)))
        .isEmpty();
  }

  @Test
  void theNewestProvenOneIsNeverSpent() {
    List<Backup> backups =
        List.of(proven(0), proven(1), taken(2), taken(3), taken(4), failed(5), failed(6));

    assertThat(HOURLY.spent(backups, minute(9_999)))
        .containsExactly(failed(6), failed(5), proven(0));
  }

  /** Whatever there is and whatever the time: something to go back to stays. */
  @Test
  void nothingEverTakesTheLastGoodOne() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 1_000; round++) {
      List<Backup> backups = some(random);
      Instant now = minute(random.nextInt(-100, 20_000));

      List<Backup> left = new ArrayList<>(backups);
      left.removeAll(HOURLY.spent(backups, now));

      assertThat(left.stream().anyMatch(Backup::isGood))
          .isEqualTo(backups.stream().anyMatch(Backup::isGood));
      BackupStanding standing = BackupStanding.of(left, now);
      assertThat(standing.latest()).isEqualTo(BackupStanding.of(backups, now).latest());
      assertThat(standing.proven()).isEqualTo(BackupStanding.of(backups, now).proven());
    }
  }

  private static List<Backup> some(SplittableRandom random) {
    List<Backup> backups = new ArrayList<>();
    IntStream.range(0, random.nextInt(12))
        .forEach(
            any -> {
              int minute = 100 * any + random.nextInt(100);
              backups.add(
                  switch (random.nextInt(4)) {
                    case 0 -> taken(minute);
                    case 1 -> proven(minute);
                    case 2 -> failed(minute);
                    default -> taken(BackupName.MANUAL, minute);
                  });
            });
    Collections.shuffle(backups, new Random(random.nextLong()));
    return backups;
  }

  private static Backup unknown(int minute) {
    return kept(BackupName.SCHEDULED, minute);
  }
}
