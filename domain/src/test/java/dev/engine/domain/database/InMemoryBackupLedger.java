package dev.engine.domain.database;

import dev.engine.domain.journal.InMemoryJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@link BackupLedger} for the tests of everything above storage. */
public final class InMemoryBackupLedger implements BackupLedger {

  private final InMemoryJournal journal;
  private final Map<String, Backup> known = new LinkedHashMap<>();
  private final List<BackupSeal.State.Failed> attempts = new ArrayList<>();

  public InMemoryBackupLedger(InMemoryJournal journal) {
    this.journal = journal;
  }

  @Override
  public synchronized Reckoning agree(List<Backup> present, Instant at) {
    Map<String, BackupOutcome> outcomes =
        known.values().stream().collect(Collectors.toMap(Backup::fileName, Backup::outcome));
    BackupDifference difference = BackupDifference.between(outcomes, present);
    difference.changed().forEach(backup -> known.put(backup.fileName(), backup));
    difference.gone().forEach(known::remove);
    difference.happenings(at).forEach(journal::add);
    return difference.reckoning();
  }

  @Override
  public synchronized BackupStanding fail(BackupName name, String reason, Instant at) {
    attempts.add(new BackupSeal.State.Failed(at, reason));
    journal.add(BackupEvents.failed(name, reason, at));
    return standing();
  }

  @Override
  public synchronized BackupStanding standing() {
    return BackupStanding.of(List.copyOf(known.values()), attempts);
  }
}
