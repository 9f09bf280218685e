package dev.engine.domain.database;

import dev.engine.domain.database.BackupSeal.State;
import dev.engine.domain.journal.Happening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In what a ledger differs from the copies that there are.
 *
 * @param changed copies that the ledger does not know, or knows with another outcome, the oldest
 *     first; each has a seal
 * @param known the ledger's outcomes of those that it knows, by file name
 * @param gone file names that only the ledger knows, in their order
 */
public record BackupDifference(
    List<Backup> changed, Map<String, BackupOutcome> known, List<String> gone) {

  private static final Comparator<Backup> OLDEST_FIRST =
      Comparator.comparing(Backup::takenAt).thenComparing(Backup::fileName);

  public BackupDifference {
    changed = List.copyOf(changed);
    known = Map.copyOf(known);
    gone = List.copyOf(gone);
  }

  /**
   * Compares what a ledger knows with what there is.
   *
   * @param known outcomes by file name
   * @param present in any order; those without a seal do not count
   */
  public static BackupDifference between(Map<String, BackupOutcome> known, List<Backup> present) {
    List<Backup> sealed = present.stream().filter(backup -> backup.seal() != null).toList();
    Set<String> gone = new HashSet<>(known.keySet());
    sealed.forEach(backup -> gone.remove(backup.fileName()));
    return new BackupDifference(
        sealed.stream()
            .filter(backup -> known.get(backup.fileName()) != backup.outcome())
            .sorted(OLDEST_FIRST)
            .toList(),
        known,
        gone.stream().sorted().toList());
  }

  public boolean isNone() {
    return changed.isEmpty() && gone.isEmpty();
  }

  /**
   * What the journal is told of it.
   *
   * @param at when it was seen that copies are gone
   */
  public List<Happening> happenings(Instant at) {
    List<Happening> told = new ArrayList<>();
    for (Backup backup : changed) {
      Stream.ofNullable(backup.seal()).forEach(seal -> tell(told, backup, seal));
    }
    gone.forEach(fileName -> told.add(BackupEvents.removed(fileName, at)));
    return told;
  }

  private void tell(List<Happening> told, Backup backup, BackupSeal seal) {
    if (isNew(backup) || seal.state() instanceof State.Verified) {
      told.add(BackupEvents.taken(backup, seal));
    }
    switch (seal.state()) {
      case State.Verified sound -> {}
      case State.Proven(Instant provenAt) -> told.add(BackupEvents.proven(backup, provenAt));
      case State.Failed failed -> told.add(BackupEvents.failed(backup, failed));
    }
  }

  private boolean isNew(Backup backup) {
    return !known.containsKey(backup.fileName());
  }
}
