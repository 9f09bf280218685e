package dev.engine.domain.database;

import dev.engine.domain.journal.InMemoryJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
  public void agree(Supplier<List<Backup>> present, Instant at) {
    if (!difference(present.get()).isNone()) {
      agreeAlone(present, at);
    }
  }

  @Override
  public synchronized BackupStanding fail(BackupName name, String reason, Instant at) {
    attempts.add(new BackupSeal.State.Failed(at, reason));
    journal.add(BackupEvents.failed(name, reason, at));
    return standing(at);
  }

  @Override
  public synchronized BackupStanding standing(Instant now) {
    return BackupStanding.of(List.copyOf(known.values()), attempts, now);
  }

  private synchronized void agreeAlone(Supplier<List<Backup>> present, Instant at) {
    BackupDifference difference = difference(present.get());
    difference.changed().forEach(backup -> known.put(backup.fileName(), backup));
    difference.gone().forEach(known::remove);
    difference.happenings(at).forEach(journal::add);
  }

  private synchronized BackupDifference difference(List<Backup> present) {
    Map<String, BackupOutcome> outcomes =
        known.values().stream().collect(Collectors.toMap(Backup::fileName, Backup::outcome));
    return BackupDifference.between(outcomes, present);
  }
}
