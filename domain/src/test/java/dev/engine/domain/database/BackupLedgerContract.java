package dev.engine.domain.database;

import static dev.engine.domain.database.BackupExamples.failed;
import static dev.engine.domain.database.BackupExamples.kept;
import static dev.engine.domain.database.BackupExamples.minute;
import static dev.engine.domain.database.BackupExamples.proven;
import static dev.engine.domain.database.BackupExamples.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Storage;
import dev.engine.domain.database.BackupLedger.Reckoning;
import dev.engine.domain.journal.EventFilter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link BackupLedger} promises, and what the journal is told. */
public interface BackupLedgerContract {

  Instant LATER = minute(600);

  /** An empty store. */
  Storage storage();

  @Test
  default void atFirstNothingIsKnown() {
    assertThat(storage().backupLedger().standing()).isEqualTo(BackupStanding.NONE);
  }

  @Test
  default void copiesThatAreNotKnownAreTakenOver() {
    Storage storage = storage();

    Reckoning reckoning =
        storage.backupLedger().agree(List.of(failed(3), taken(1), proven(2)), LATER);

    assertThat(reckoning)
        .isEqualTo(
            new Reckoning.Changed(
                List.of(taken(1).fileName(), proven(2).fileName(), failed(3).fileName()),
                List.of(proven(2).fileName()),
                List.of(failed(3).fileName()),
                List.of()));
    assertThat(told(storage))
        .containsExactly(
            "backup.taken 1",
            "backup.taken 2",
            "backup.proven 2",
            "backup.taken 3",
            "backup.failed 3");
  }

  @Test
  default void whatIsKnownAlreadyChangesNothing() {
    Storage storage = storage();
    storage.backupLedger().agree(List.of(taken(1)), LATER);
    long head = storage.journal().head();

    Reckoning again = storage.backupLedger().agree(List.of(taken(1)), LATER);

    assertThat(again).isEqualTo(new Reckoning.AsBefore());
    assertThat(storage.journal().head()).isEqualTo(head);
  }

  @Test
  default void copiesThatWereKeptUnverifiedDoNotCount() {
    BackupLedger ledger = storage().backupLedger();

    Reckoning reckoning = ledger.agree(List.of(kept(new BackupName("damaged"), 1)), LATER);

    assertThat(reckoning).isEqualTo(new Reckoning.AsBefore());
    assertThat(ledger.standing()).isEqualTo(BackupStanding.NONE);
  }

  @Test
  default void copiesThatAreGoneAreForgotten() {
    Storage storage = storage();
    storage.backupLedger().agree(List.of(taken(1), taken(2)), LATER);

    Reckoning reckoning = storage.backupLedger().agree(List.of(taken(1)), LATER);

    assertThat(reckoning)
        .isEqualTo(
            new Reckoning.Changed(List.of(), List.of(), List.of(), List.of(taken(2).fileName())));
    assertThat(storage.backupLedger().standing()).isEqualTo(standing(taken(1), null, null));
    assertThat(told(storage)).endsWith("backup.removed 2");
  }

  @Test
  default void theNewestGoodOneAndTheNewestProvenOneAreKnown() {
    BackupLedger ledger = storage().backupLedger();

    ledger.agree(List.of(proven(1), proven(2), taken(3), taken(4)), LATER);

    assertThat(ledger.standing()).isEqualTo(standing(taken(4), proven(2), null));
  }

  @Test
  default void oneThatIsProvenLaterIsProvenThen() {
    Storage storage = storage();
    storage.backupLedger().agree(List.of(taken(1)), LATER);

    Reckoning reckoning = storage.backupLedger().agree(List.of(proven(1)), LATER);

    assertThat(reckoning)
        .isEqualTo(
            new Reckoning.Changed(List.of(), List.of(proven(1).fileName()), List.of(), List.of()));
    assertThat(storage.backupLedger().standing()).isEqualTo(standing(taken(1), proven(1), null));
    assertThat(told(storage)).containsExactly("backup.taken 1", "backup.proven 1");
  }

  @Test
  default void attemptsThatFailSaySinceWhen() {
    Storage storage = storage();
    storage.backupLedger().agree(List.of(taken(1)), LATER);
    storage.backupLedger().fail(BackupName.MANUAL, "the disk is full", minute(2));

    BackupStanding standing =
        storage.backupLedger().fail(BackupName.MANUAL, "no such folder", minute(3));

    BackupStanding.Trouble trouble =
        new BackupStanding.Trouble(minute(2), minute(3), "no such folder");
    assertThat(standing).isEqualTo(standing(taken(1), null, trouble));
    assertThat(storage.backupLedger().standing()).isEqualTo(standing);
    assertThat(told(storage)).endsWith("backup.failed manual", "backup.failed manual");
  }

  @Test
  default void aGoodOneEndsTheTrouble() {
    BackupLedger ledger = storage().backupLedger();
    ledger.fail(BackupName.MANUAL, "the disk is full", minute(2));

    ledger.agree(List.of(taken(3)), LATER);

    assertThat(ledger.standing()).isEqualTo(standing(taken(3), null, null));
  }

  @Test
  default void aCopyThatFailsIsTroubleUntilTheNextGoodOne() {
    BackupLedger ledger = storage().backupLedger();
    ledger.agree(List.of(taken(1), taken(5)), LATER);

    ledger.agree(List.of(taken(1), failed(5)), LATER);

    BackupStanding.Trouble trouble =
        new BackupStanding.Trouble(minute(6), minute(6), "page 7 is broken");
    assertThat(ledger.standing()).isEqualTo(standing(taken(1), null, trouble));
    ledger.agree(List.of(taken(1), failed(5), taken(8)), LATER);
    assertThat(ledger.standing()).isEqualTo(standing(taken(8), null, null));
  }

  private static BackupStanding standing(
      Backup latest, @Nullable Backup proven, BackupStanding.@Nullable Trouble trouble) {
    return new BackupStanding(known(latest), proven == null ? null : known(proven), trouble);
  }

  private static BackupStanding.Known known(Backup backup) {
    return new BackupStanding.Known(backup.fileName(), backup.takenAt());
  }

  /** Kinds of events, each with the last word of its subject's id. */
  private static List<String> told(Storage storage) {
    return storage.journal().after(0, EventFilter.ALL, new Limit(100)).stream()
        .map(
            event ->
                event.happening().kind()
                    + " "
                    + Objects.requireNonNull(event.happening().subject())
                        .id()
                        .replaceAll("system_backup_[a-z]+_|\\.db", ""))
        .toList();
  }
}
