package dev.engine.domain.database;

import static dev.engine.domain.database.BackupExamples.failed;
import static dev.engine.domain.database.BackupExamples.kept;
import static dev.engine.domain.database.BackupExamples.minute;
import static dev.engine.domain.database.BackupExamples.proven;
import static dev.engine.domain.database.BackupExamples.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Happening;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class BackupDifferenceTest {

  @Test
  void aCopyThatIsNewIsToldAndWhatBecameOfItToo() {
    List<Backup> present = List.of(proven(2), taken(1), failed(3));

    BackupDifference difference = BackupDifference.between(Map.of(), present);

    assertThat(kinds(difference))
        .containsExactly(
            "backup.taken", "backup.taken", "backup.proven", "backup.taken", "backup.failed");
  }

  @Test
  void aCopyThatIsSoundAfterAllIsToldAgain() {
    Map<String, BackupOutcome> known = Map.of(taken(1).fileName(), BackupOutcome.FAILED);

    BackupDifference difference = BackupDifference.between(known, List.of(taken(1)));

    assertThat(kinds(difference)).containsExactly("backup.taken");
  }

  @Test
  void aKnownCopyIsToldForWhatBecameOfItAlone() {
    Map<String, BackupOutcome> known =
        Map.of(
            proven(1).fileName(), BackupOutcome.TAKEN, failed(2).fileName(), BackupOutcome.TAKEN);

    BackupDifference difference = BackupDifference.between(known, List.of(proven(1), failed(2)));

    assertThat(kinds(difference)).containsExactly("backup.proven", "backup.failed");
  }

  @Test
  void whatIsGoneIsToldInOrder() {
    Map<String, BackupOutcome> known =
        Map.of("b.db", BackupOutcome.TAKEN, "a.db", BackupOutcome.PROVEN);

    BackupDifference difference = BackupDifference.between(known, List.of());

    assertThat(difference.isNone()).isFalse();
    assertThat(difference.gone()).containsExactly("a.db", "b.db");
    assertThat(difference.happenings(minute(9)))
        .containsExactly(
            BackupEvents.removed("a.db", minute(9)), BackupEvents.removed("b.db", minute(9)));
  }

  @Test
  void whatIsAsItWasIsNoDifferenceAndAnUnsealedCopyDoesNotCount() {
    Map<String, BackupOutcome> known = Map.of(taken(1).fileName(), BackupOutcome.TAKEN);

    BackupDifference difference =
        BackupDifference.between(known, List.of(taken(1), kept(BackupName.MANUAL, 2)));

    assertThat(difference.isNone()).isTrue();
    assertThat(difference.happenings(minute(9))).isEmpty();
  }

  @Test
  void aSealThatFailedIsSoundAgainOnceItWasVerifiedAndAProofStands() {
    BackupSeal failed = seal(failed(1));
    BackupSeal proven = seal(proven(1));

    assertThat(failed.verified(minute(5)).state()).isEqualTo(new BackupSeal.State.Verified());
    assertThat(failed.verified(minute(5)).verifiedAt()).isEqualTo(minute(5));
    assertThat(proven.verified(minute(5)).state()).isEqualTo(proven.state());
    assertThat(proven.failed(minute(5), "gone").state())
        .isEqualTo(new BackupSeal.State.Failed(minute(5), "gone"));
  }

  @Test
  void aBackupIsAsOldAsTheTimeSinceItWasTakenAndNeverYoungerThanNow() {
    BackupStanding.Known known = new BackupStanding.Known("a.db", minute(1));

    assertThat(known.ageAt(minute(3))).isEqualTo(Duration.ofMinutes(2));
    assertThat(known.ageAt(minute(0))).isEqualTo(Duration.ZERO);
  }

  @Test
  void anUnsealedCopyIsNeitherGoodNorTrouble() {
    assertThat(BackupStanding.of(List.of(kept(BackupName.MANUAL, 1)), minute(9)))
        .isEqualTo(BackupStanding.NONE);
    assertThat(kept(BackupName.MANUAL, 1).isGood()).isFalse();
    assertThat(failed(1).isGood()).isFalse();
    assertThat(taken(1).isGood()).isTrue();
    assertThat(proven(1).isGood()).isTrue();
  }

  private static List<String> kinds(BackupDifference difference) {
    return difference.happenings(minute(9)).stream()
        .map(Happening::kind)
        .map(EventKind::value)
        .toList();
  }

  private static BackupSeal seal(Backup backup) {
    return Objects.requireNonNull(backup.seal());
  }
}
